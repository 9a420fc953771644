import { parseHTML } from 'linkedom';
import { lookOf, plainLook, reasonOfElement, reasonOfLook } from './element-look';
import type { HiddenReason } from './parsed-document';
import { readDeclarations } from './style-rules';

/** Elements of HTML whose content is never text of the page. */
const silentTags = ['script', 'style', 'template', 'noscript'];

export interface MarkdownSource {
  text: string;
  /** What the HTML in it hides. */
  hidden: { text: string; reason: HiddenReason }[];
}

/**
 * Markdown without what a reader never sees of the HTML in it: remarks, scripts, styles, and apart
 * from it what is hidden. Code keeps all that it shows.
 */
export function readMarkdownSource(source: string): MarkdownSource {
  const hidden: MarkdownSource['hidden'] = [];
  let isCode = false;
  const pieces = source.split(/^( {0,3}(?:```|~~~).*)$/m).map((piece, at) => {
    // Every other piece is a line that opens or closes code.
    if (at % 2 === 1) isCode = !isCode;
    return at % 2 === 1 || isCode ? piece : takeHidden(withoutSilent(piece), hidden);
  });
  return { text: pieces.join(''), hidden };
}

/** Remarks, elements that are never text, and definitions, which some use for remarks as well. */
function withoutSilent(text: string): string {
  return silentTags
    .reduce(
      (rest, tag) => cutSpans(rest, new RegExp(`<${tag}[\\s>]`, 'gi'), () => `</${tag}>`),
      cutSpans(text, /<!--/g, () => '-->'),
    )
    .replace(/^ {0,3}\[[^[\]\n]{1,200}\]:[ \t].*$/gm, '');
}

function takeHidden(text: string, hidden: MarkdownSource['hidden']): string {
  const start = /<([a-z][a-z0-9]{0,20})\b[^<>]{0,500}\b(?:hidden|style)\b[^<>]{0,500}>/gi;
  return cutSpans(text, start, ([tag, name = '']) => {
    const reason = reasonOfTag(tag);
    if (!reason) return undefined;
    return {
      end: `</${name.toLowerCase()}>`,
      take: (inner) => hidden.push({ text: inner, reason }),
    };
  });
}

function reasonOfTag(tag: string): HiddenReason | undefined {
  const element = parseHTML(`<html><body>${tag}</body></html>`).document.querySelector('body > *');
  if (!element) return undefined;
  const declarations = readDeclarations(element.getAttribute('style') ?? '');
  const style = new Map([...declarations].map(([name, { value }]) => [name, value]));
  return reasonOfElement(element, style) ?? reasonOfLook(lookOf(element, style, plainLook));
}

interface Cut {
  end: string;
  take: (inner: string) => void;
}

/**
 * Without what stands from a beginning to its end; one that never ends is text.
 * @param endOf says how it ends, or that it stays
 */
function cutSpans(
  text: string,
  start: RegExp,
  endOf: (found: RegExpExecArray) => string | Cut | undefined,
): string {
  const lower = text.toLowerCase();
  let kept = '';
  let at = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const cut = endOf(found);
    if (cut === undefined) continue;
    const end = typeof cut === 'string' ? cut : cut.end;
    const from = found.index + found[0].length;
    const until = lower.indexOf(end, from);
    if (until < 0) break;
    if (typeof cut !== 'string') cut.take(text.slice(from, until));
    kept += text.slice(at, found.index);
    at = until + end.length;
    start.lastIndex = at;
  }
  return kept + text.slice(at);
}
