import { sniffDelimiter } from './parse-csv';
import type { DocumentFormat } from './parsed-document';

/** Text formats that their content may not give away; the name decides among them. */
const formatByExtension: Record<string, DocumentFormat> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'md',
  '.markdown': 'md',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.eml': 'eml',
};

/** What only Markdown writes; two of them make a text one. */
const markdownSigns = [
  /^#{1,6} \S/m,
  /^```/m,
  /^\s*\|?\s*:?-{3,}:?\s*\|[\s|:-]*$/m,
  /\[[^[\]\n]{1,200}\]\([^()\s]{1,500}\)/,
  /\*\*[^*\s][^*\n]{0,200}\*\*/,
];

/** An object with a name, or a list of objects, lists or words. */
const jsonStart =
  /^(\{\s*("[^"\n]*"\s*:|\}\s*$)|\[\s*(\{\s*"[^"\n]*"\s*:|\[[\s[]*(["\d{\]-]|$)|"[^"\n]*"\s*[,\]]|\]\s*$))/;

/**
 * The format of a text, by how it begins: first what leaves no doubt, then what the name says, then
 * what it looks like.
 * @param text the beginning of the file @param extension in lower case, with its dot
 */
export function sniffText(text: string, extension: string): DocumentFormat {
  const sure = sniffSure(text);
  if (sure) return sure;
  const named = formatByExtension[extension];
  if (named && isPlausible(named, text)) return named;
  return sniffLikely(text, extension);
}

function sniffSure(text: string): DocumentFormat | undefined {
  const start = text.slice(0, 4000).replace(/^\ufeff?(\s*<(\?|!--)[^<>]{0,1000}>)*\s*/, '');
  if (/^<(!doctype html|html[\s>])/i.test(start)) return 'html';
  if (jsonStart.test(start)) return 'json';
  return isMail(text) ? 'eml' : undefined;
}

/** A stored mail begins with its headers. */
function isMail(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (!/^(From |[\w-]{1,40}:)/.test(headers)) return false;
  return /^(from|received|mime-version):/im.test(headers) && /^(to|date|subject):/im.test(headers);
}

function isPlausible(format: DocumentFormat, text: string): boolean {
  if (format === 'html') return /<[a-z!?/]/i.test(text);
  if (format === 'csv' || format === 'tsv') return !/^\s*<(table|meta|div|style)\b/i.test(text);
  return true;
}

function sniffLikely(text: string, extension: string): DocumentFormat {
  const isNamed = extension === '.txt';
  if (/\.(json|jsonl|ndjson)$/.test(extension) && /^\s*[[{]/.test(text)) return 'json';
  const fragment = isNamed
    ? /^\s*<(head|body|div|table|p|h[1-6]|meta)[\s>]/i
    : /<(head|body|div|table|p|h[1-6])[\s>]/i;
  if (fragment.test(text) && /<\/[a-z]/i.test(text)) return 'html';
  const signs = markdownSigns.filter((sign) => sign.test(text)).length;
  if (signs >= 2) return 'md';
  const delimiter = sniffDelimiter(text, isNamed ? 'text' : 'nothing');
  if (delimiter) return delimiter === '\t' ? 'tsv' : 'csv';
  return !isNamed && markdownSigns[0]?.test(text) ? 'md' : 'txt';
}
