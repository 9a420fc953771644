import { newStemmer } from 'snowball-stemmers';
import { cutWords, toSimplified } from './chinese';
import { stopWords } from './stop-words';

/** One searchable term and where it stands: the number of its word in the text, from 0. */
export interface Token {
  term: string;
  position: number;
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

const stemmer = newStemmer('english');
const stems = new Map<string, string>();
const maxStems = 50_000;

/** The English stem of a word in lower case; words of other alphabets and with digits stay whole. */
function stem(word: string): string {
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
  return [...whole, ...pieces].map(stem);
}

/**
 * The words that jieba knows, and every pair of neighbours, so that a wrong cut never hides a word;
 * pairs with a character that only joins words are left out. Each with the number of the character
 * it begins at.
 */
function termsOfRun(run: string): [string, number][] {
  if (run.length === 1) return [[run, 0]];
  const terms = new Map<string, number>();
  let from = 0;
  for (const word of han.test(run) ? cutWords(run) : []) {
    const at = run.indexOf(word, from);
    if (at >= 0 && word.length > 1) terms.set(`${at} ${word}`, at);
    if (at > from) from = at;
  }
  for (let at = 0; at + 1 < run.length; at++) {
    const pair = run.slice(at, at + 2);
    if (joining.test(pair)) continue;
    terms.set(`${at} ${pair}`, at);
  }
  return [...terms].map(([key, at]) => [key.slice(key.indexOf(' ') + 1), at]);
}

/**
 * The terms of a text, in order. Codes, numbers and dates come whole and in parts, Chinese comes
 * as words and as pairs of characters, English words come as stems; stop words are left out.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const add = (term: string, at: number) => {
    if (!stopWords.has(term)) tokens.push({ term, position: at });
  };
  for (const match of normalize(text).matchAll(segment)) {
    const { date, number, run, word } = match.groups ?? {};
    if (run) {
      for (const [term, offset] of termsOfRun(run)) add(term, position + offset);
      position += run.length;
      continue;
    }
    const terms = date
      ? termsOfDate(date)
      : number
        ? [number.replaceAll(',', '')]
        : termsOfWord(word ?? '');
    for (const term of terms) add(term, position);
    position += 1;
  }
  return tokens;
}
