import { readFileSync } from 'node:fs';
import path from 'node:path';
import { processGlobal } from '@/lib/process-global';
import { normalize, stem, tokenize } from './tokenize';

/** What else a phrase may be called: the terms that stand for it, all of them together. */
export type Alternative = string[];

/** A phrase of a text that has synonyms. */
export interface SynonymMatch {
  /** The characters of the text, from `start` to before `end`. */
  start: number;
  end: number;
  alternatives: Alternative[];
}

/** Synonyms by phrase: Chinese as it is written, other words as stems with one space between. */
type Thesaurus = Map<string, Alternative[]>;

/** No phrase of the thesaurus has more characters of Chinese, or more other words. */
const longestHan = 8;
const longestWords = 5;
const chunkPattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’-][\p{L}\p{N}]+)*/gu;
const han = /\p{Script=Han}/u;

const thesaurus = () => processGlobal('thesaurus', () => parseThesaurus(readSynonyms()));

/** Read from the root of the product, from which it always runs. */
function readSynonyms(): string {
  // The bundler must not trace the whole root for this path.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'knowledge/words/synonyms.txt');
  return readFileSync(file, 'utf8');
}

/**
 * Reads groups of synonyms, one a line: phrases separated by commas. Those after `>` are found by
 * the ones before it, and not the other way round. `#` begins a comment.
 * @throws Error naming the line that is no group of at least two different phrases, or that holds
 * a phrase too long to be ever found.
 */
export function parseThesaurus(text: string): Thesaurus {
  const made: Thesaurus = new Map();
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [left = '', right, ...rest] = line.split('>');
    const mutual = phrasesOf(left);
    const found = right === undefined ? mutual : [...mutual, ...phrasesOf(right)];
    const isSound = rest.length === 0 && mutual.length > 0 && found.length > 1;
    if (!isSound || !found.every(isFindable) || new Set(mutual).size < mutual.length) {
      throw new Error(`line ${at + 1} of the synonyms is no group: ${line}`);
    }
    for (const phrase of mutual) addGroup(made, phrase, found);
  }
  return made;
}

function phrasesOf(list: string): string[] {
  return list.split(',').map((phrase) => keyOf(normalize(phrase)));
}

function isFindable(key: string): boolean {
  if (key === '') return false;
  return han.test(key) ? key.length <= longestHan : key.split(' ').length <= longestWords;
}

function keyOf(phrase: string): string {
  return (phrase.match(chunkPattern) ?? []).map(stem).join(' ');
}

function addGroup(made: Thesaurus, phrase: string, group: string[]): void {
  const known = made.get(phrase) ?? [];
  for (const other of group) {
    const terms = other === phrase ? [] : termsOf(other);
    const isNew = !known.some((alternative) => alternative.join() === terms.join());
    if (terms.length > 0 && isNew) known.push(terms);
  }
  made.set(phrase, known);
}

/**
 * The words of a phrase, and of Chinese the pairs of characters where no word is known. None of a
 * phrase that means something else without its stop words, as "days off".
 */
function termsOf(phrase: string): Alternative {
  const tokens = tokenize(phrase);
  if (tokens.length === 1 && phrase.includes(' ')) return [];
  const words = tokens.filter(({ isGuess }) => !isGuess);
  const gaps = tokens.filter(
    ({ isGuess, start, end }) =>
      isGuess && !words.some((word) => word.start < end && start < word.end),
  );
  return [...new Set([...words, ...gaps].map(({ term }) => term))];
}

/**
 * The phrases of a text that have synonyms, longest first from the left, none inside another.
 * @param text normalized
 */
export function findSynonyms(text: string): SynonymMatch[] {
  const chunks = [...text.matchAll(chunkPattern)].map(({ 0: word, index }) => ({ word, index }));
  const matches: SynonymMatch[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at];
    if (!chunk) break;
    if (han.test(chunk.word)) {
      matches.push(...matchHan(chunk.word, chunk.index));
      continue;
    }
    const { match, words } = matchWords(chunks.slice(at, at + longestWords));
    if (match) matches.push(match);
    at += Math.max(words, 1) - 1;
  }
  return matches;
}

function matchHan(run: string, offset: number): SynonymMatch[] {
  const matches: SynonymMatch[] = [];
  for (let from = 0; from < run.length; from++) {
    for (let length = Math.min(longestHan, run.length - from); length > 0; length--) {
      const alternatives = thesaurus().get(run.slice(from, from + length));
      if (!alternatives) continue;
      matches.push({ start: offset + from, end: offset + from + length, alternatives });
      from += length - 1;
      break;
    }
  }
  return matches;
}

function matchWords(chunks: { word: string; index: number }[]) {
  const border = chunks.findIndex(({ word }) => han.test(word));
  for (let words = border < 0 ? chunks.length : border; words > 0; words--) {
    const key = chunks.slice(0, words).map(({ word }) => stem(word));
    const alternatives = thesaurus().get(key.join(' '));
    const [first] = chunks;
    const last = chunks[words - 1];
    if (!alternatives || !first || !last) continue;
    const match = { start: first.index, end: last.index + last.word.length, alternatives };
    return { match, words };
  }
  return { match: undefined, words: 0 };
}
