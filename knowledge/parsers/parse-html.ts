import { parseHTML } from 'linkedom';
import { cleanLine } from './clean-text';
import { decodeText, detectEncoding } from './decode-text';
import { htmlElements } from './html-elements';
import type { Parser } from './parser';

/** Reads a web page. Nothing in it runs and nothing is fetched. */
export const parseHtml: Parser = async (file) => {
  const { document } = parseHTML(withBody(decodeHtml(file)));
  const title = cleanLine(document.querySelector('title')?.textContent ?? '');
  return { title: title || undefined, pages: null, elements: htmlElements(document) };
};

/** linkedom needs a root element to put a fragment under. */
function withBody(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

/** A page may name its own encoding in its first bytes; Unicode that is valid as such wins. */
function decodeHtml(file: Uint8Array): string {
  if (detectEncoding(file).startsWith('utf')) return decodeText(file);
  const head = Buffer.from(file.subarray(0, 2048)).toString('latin1');
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  return decodeText(file, named);
}
