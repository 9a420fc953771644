import { parseHTML } from 'linkedom';
import { charsetName } from './charset-name';
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

/** Names that programs write whatever the text is. */
const meaningless = /^(utf|iso-?8859-?1|windows-?1252|us-ascii)/i;

/**
 * A page may name its own encoding in its first bytes. Unicode that is valid as such wins, and so
 * does what the text looks like over a name that does not fit it.
 */
function decodeHtml(file: Uint8Array): string {
  if (detectEncoding(file).startsWith('utf')) return decodeText(file);
  const head = Buffer.from(file.subarray(0, 2048)).toString('latin1');
  const named =
    /<(?:meta[^<>]{1,200}?charset|\?xml[^<>]{1,100}?encoding)\s*=\s*["']?([\w-]+)/i.exec(head);
  const charset = charsetName(named?.[1] ?? '');
  if (charset === '' || meaningless.test(charset)) return decodeText(file);
  const text = decodeText(file, charset);
  const faults = text.match(/\ufffd/g)?.length ?? 0;
  return faults > text.length / 100 ? decodeText(file) : text;
}
