import { chineseNumber, letterNumber, romanNumber } from '../number-words';
import { allNamed, childrenNamed, findNamed } from '../xml';
import { makeText } from './docx-inner-text';
import { longestChain, settingOf } from './docx-styles';

/** How a level of a list is numbered. */
interface Level {
  format: string;
  /** With `%1` for the number of the first level, and so on. */
  pattern: string;
  start: number;
  /** The numbers of the levels above are shown in digits, too. */
  isLegal: boolean;
}

interface Numbered {
  numId: string;
  level: number;
}

/** Numbering that programs make up while they show a document. */
export interface DocxNumbering {
  levelOf: (numbered: Numbered) => Level | undefined;
  /** Lists of the same kind count on together. */
  kindOf: (numId: string) => string;
  ofStyle: (styleId: string | undefined) => Numbered | undefined;
}

/** @param root of `numbering.xml` @param styles root of `styles.xml` */
export function readNumbering(root: Element | null, styles: Element | null): DocxNumbering {
  const kinds = new Map(
    allNamed(root, 'w:abstractNum').map((kind) => [kind.getAttribute('w:abstractNumId'), kind]),
  );
  const lists = new Map(
    allNamed(root, 'w:num').map((list) => [list.getAttribute('w:numId'), list]),
  );
  const kindOf = (numId: string) => settingOf(lists.get(numId), 'w:abstractNumId') ?? '';
  const levelOf = ({ numId, level }: Numbered) => {
    const isThis = (found: Element) => Number(found.getAttribute('w:ilvl') ?? 0) === level;
    const change = allNamed(lists.get(numId), 'w:lvlOverride').find(isThis);
    const own = childrenNamed(change, 'w:lvl')[0];
    const found = own ?? childrenNamed(kinds.get(kindOf(numId)), 'w:lvl').find(isThis);
    return found && readLevel(found, settingOf(change, 'w:startOverride'));
  };
  const levels = new Map<string, Level | undefined>();
  const knownLevelOf = (numbered: Numbered) => {
    const key = `${numbered.numId} ${numbered.level}`;
    if (!levels.has(key)) levels.set(key, levelOf(numbered));
    return levels.get(key);
  };
  return { levelOf: knownLevelOf, kindOf, ofStyle: numberingOfStyles(styles) };
}

function readLevel(level: Element, changedStart: string | undefined): Level {
  return {
    format: settingOf(level, 'w:numFmt') ?? 'decimal',
    pattern: settingOf(level, 'w:lvlText') ?? '',
    start: Number(changedStart ?? settingOf(level, 'w:start') ?? 1),
    isLegal: childrenNamed(level, 'w:isLgl').length > 0,
  };
}

function numberingOfStyles(root: Element | null): DocxNumbering['ofStyle'] {
  const styles = new Map(
    allNamed(root, 'w:style').map((style) => [style.getAttribute('w:styleId') ?? '', style]),
  );
  return (styleId) => {
    let at = styleId;
    for (let step = 0; at !== undefined && step < longestChain; step += 1) {
      const style = styles.get(at);
      const numbered = readNumbered(childrenNamed(style, 'w:pPr')[0]);
      if (numbered) return numbered;
      at = settingOf(style, 'w:basedOn');
    }
    return undefined;
  };
}

function readNumbered(properties: Element | undefined): Numbered | undefined {
  const [numbered] = childrenNamed(properties, 'w:numPr');
  const numId = settingOf(numbered, 'w:numId');
  return numId === undefined
    ? undefined
    : { numId, level: Number(settingOf(numbered, 'w:ilvl') ?? 0) };
}

/** Writes the numbers that Word shows before paragraphs into their text. Bullets stay lists. */
export function writeNumbers(root: Element, numbering: DocxNumbering): void {
  const counters = new Map<string, number[]>();
  for (const paragraph of allNamed(root, 'w:p')) {
    const [properties] = childrenNamed(paragraph, 'w:pPr');
    const style = settingOf(properties, 'w:pStyle');
    const numbered = readNumbered(properties) ?? numbering.ofStyle(style);
    const level = numbered && numbering.levelOf(numbered);
    if (!level || level.format === 'bullet' || findNamed(paragraph, 'w:t') === undefined) continue;
    const counts = counters.get(numbering.kindOf(numbered.numId)) ?? [];
    counters.set(numbering.kindOf(numbered.numId), counts);
    counts[numbered.level] = (counts[numbered.level] ?? level.start - 1) + 1;
    counts.length = numbered.level + 1;
    const text = numberText(level, numbered, counts, numbering);
    if (text !== '') prependText(paragraph, `${text} `);
  }
}

function numberText(
  { pattern, format, isLegal }: Level,
  { numId, level }: Numbered,
  counts: number[],
  numbering: DocxNumbering,
): string {
  return pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const of = at === level ? undefined : numbering.levelOf({ numId, level: at });
    return inFormat(counts[at] ?? of?.start ?? 1, isLegal ? 'decimal' : (of?.format ?? format));
  });
}

function inFormat(value: number, format: string): string {
  if (
    /^(chineseCounting|ideographDigital|japaneseCounting|taiwaneseCounting|chineseLegal)/.test(
      format,
    )
  )
    return chineseNumber(value);
  if (format === 'lowerLetter') return letterNumber(value);
  if (format === 'upperLetter') return letterNumber(value).toUpperCase();
  if (format === 'lowerRoman') return romanNumber(value);
  if (format === 'upperRoman') return romanNumber(value).toUpperCase();
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return format === 'none' ? '' : String(value);
}

function prependText(paragraph: Element, text: string): void {
  const run = paragraph.ownerDocument.createElement('w:r');
  run.append(makeText(paragraph, text));
  const [properties] = childrenNamed(paragraph, 'w:pPr');
  if (properties) properties.after(run);
  else paragraph.prepend(run);
}
