import { strToU8, unzipSync, zipSync } from 'fflate';
import { decodeText } from '../decode-text';
import { allNamed, parseXml } from '../xml';
import { markHiddenRuns } from './docx-hidden';
import { spreadInnerText } from './docx-inner-text';
import { readNumbering, writeNumbers } from './docx-numbers';
import { readDocxStyles } from './docx-styles';

/** Parts that the conversion reads; pictures and the like are left out. */
const textPart = /\.(xml|rels)$/i;
const settingPart = /(styles|numbering|settings|theme|fontTable|comments)[^/]*\.xml$/i;
const drawingPart = /^word\/(charts\/chart|diagrams\/data)\d*\.xml$/;
/** How a document's text begins, or that of its notes. */
const withText = /<w:(document|footnotes|endnotes)[\s>]/;
const numberFormat = /<w:numFmt\b[^<>]*>/g;
const bullet = '<w:numFmt w:val="bullet"/>';

export interface DocxSource {
  /** The same document for the conversion to HTML. */
  file: Uint8Array;
  /** What people wrote beside the text. */
  comments: string[];
  /** Charts and diagrams, whose text stands in parts of their own. */
  drawings: Element[];
}

/**
 * Prepares a Word document for its conversion: text that is not seen is marked, text that the
 * conversion would not find is put where it does, and numbers of paragraphs are written out.
 * @param file one that may be unpacked, see `requireUnpackable`
 */
export function prepareDocx(file: Uint8Array): DocxSource {
  const parts = unzipSync(file, { filter: ({ name }) => textPart.test(name) });
  const named = (name: string) => parseXml(decodeText(parts[name] ?? new Uint8Array()));
  const styles = named('word/styles.xml');
  const looks = readDocxStyles(styles);
  const numbering = readNumbering(named('word/numbering.xml'), styles);
  for (const [name, bytes] of Object.entries(parts)) {
    const root = settingPart.test(name) ? null : textRoot(bytes);
    if (!root) continue;
    spreadInnerText(root);
    markHiddenRuns(root, looks);
    writeNumbers(root, numbering);
    parts[name] = strToU8(root.toString());
  }
  const lists = parts['word/numbering.xml'];
  // Numbers stand in the text now: what is left of them are items.
  if (lists) parts['word/numbering.xml'] = strToU8(decodeText(lists).replace(numberFormat, bullet));
  const comments = allNamed(named('word/comments.xml'), 'w:comment').map((comment) =>
    allNamed(comment, 'w:p')
      .map((paragraph) => paragraph.textContent)
      .join(' '),
  );
  const drawings = Object.keys(parts)
    .filter((name) => drawingPart.test(name))
    .flatMap((name) => named(name) ?? []);
  return { file: zipSync(parts, { level: 0 }), comments, drawings };
}

function textRoot(bytes: Uint8Array): Element | null {
  const text = decodeText(bytes);
  return withText.test(text.slice(0, 4000)) ? parseXml(text) : null;
}
