import { newStemmer } from 'snowball-stemmers';
import { cutWords, toSimplified } from './chinese';
import { stopWords } from './stop-words';

/** One searchable term and where it stands: the number of its word in the text, from 0. */
export interface Token {
  term: string;
  position: number;
  /** The characters of the normalized text that it was read from: from `start` to before `end`. */
  start: number;
  end: number;
  /** A pair of characters that is no known word: it may stand across the border of two words. */
  isGuess: boolean;
}

/** Characters that join words and mean little by themselves. */
const joining =
  /[的了和与及或是在有也都就而着被把让向从到对于以为之其吗呢吧啊呀嘛我你您他她它这那哪谁几]/;
const han = /\p{Script=Han}/u;

/**
 * In this order: dates, numbers, codes and compounds (parts joined by - _ . / : # ' &), words,
 * and runs of scripts written without spaces.
 */
const segment = new RegExp(
  [
    String.raw`(?<date>\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|年\d{1,2}月\d{1,2}日?))`,
    String.raw`(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+(?![.\w-]))`,
    String.raw`(?<run>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]+)`,
    String.raw`(?<word>(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul})[\p{L}\p{N}\p{M}])+(?:[-_./:#'’&](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*)`,
  ].join('|'),
  'gu',
);

/** A term of a run of Chinese, placed by its characters. */
type Term = Pick<Token, 'term' | 'position' | 'isGuess'>;

const stemmer = newStemmer('english');
const stems = new Map<string, string>();
const maxStems = 50_000;

/** The English stem of a word in lower case; words of other alphabets and with digits stay whole. */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= maxStems) stems.clear();
  const made = stemmer.stem(word);
  stems.set(word, made);
  return made;
}

/** One spelling: NFKC (also makes full-width half-width), lower case, no accents, simplified Chinese. */
export function normalize(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
  return han.test(folded) ? toSimplified(folded) : folded;
}

function termsOfDate(text: string): string[] {
  const [year = '', month = '', day = ''] = text.match(/\d+/g) ?? [];
  return [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, year, String(Number(month))];
}

function termsOfWord(text: string): string[] {
  const plain = text.replace(/['’]s$/, '').replaceAll(/['’]/g, '');
  const parts = plain.split(/[-_./:#&]/).filter(Boolean);
  const pieces = parts.flatMap((part) =>
    /\d/.test(part) && /\p{L}/u.test(part) ? [part, ...(part.match(/\d+|\p{L}+/gu) ?? [])] : [part],
  );
  const whole = parts.length > 1 ? [parts.join('')] : [];
  return [...whole, ...pieces].filter((piece) => !stopWords.has(piece)).map(stem);
}

/**
 * The words that jieba knows, and every other pair of neighbours, so that a wrong cut never hides a
 * word; pairs with a character that only joins words are left out. Positions count characters.
 */
function termsOfRun(run: string): Term[] {
  if (run.length === 1) return [{ term: run, position: 0, isGuess: false }];
  const words: Term[] = [];
  let from = 0;
  for (const term of han.test(run) ? cutWords(run) : []) {
    const position = run.indexOf(term, from);
    if (position >= 0 && term.length > 1) words.push({ term, position, isGuess: false });
    if (position > from) from = position;
  }
  const known = new Set(words.map(({ term, position }) => `${position} ${term}`));
  for (let position = 0; position + 1 < run.length; position++) {
    const term = run.slice(position, position + 2);
    if (joining.test(term) || known.has(`${position} ${term}`)) continue;
    words.push({ term, position, isGuess: true });
  }
  return words;
}

/**
 * The terms of a text, in order. Codes, numbers and dates come whole and in parts, Chinese comes
 * as words and as pairs of characters, English words come as stems; stop words are left out.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const match of normalize(text).matchAll(segment)) {
    const { date, number, run, word } = match.groups ?? {};
    if (run) {
      for (const token of termsOfRun(run)) {
        const start = match.index + token.position;
        const end = start + token.term.length;
        tokens.push({ ...token, position: position + token.position, start, end });
      }
      position += run.length;
      continue;
    }
    const terms = date
      ? termsOfDate(date)
      : number
        ? [number.replaceAll(',', '')]
        : termsOfWord(word ?? '');
    const start = match.index;
    const end = start + match[0].length;
    for (const term of terms) tokens.push({ term, position, start, end, isGuess: false });
    position += 1;
  }
  return tokens.filter(({ term }) => !stopWords.has(term));
}
