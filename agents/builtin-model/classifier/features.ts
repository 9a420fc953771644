import { normalize } from '@/knowledge/words/tokenize';

const bucketBits = 17;

/**
 * Characters that are read of a text: what it is about shows early, and one character of some
 * scripts becomes eighteen when spelled out.
 */
const longestRead = 4_000;

/** How many hashed features there are; a weight vector has one number for each. */
export const featureCount = 1 << bucketBits;

/** One utterance as hashed features: parallel lists, values of unit length. */
export interface FeatureVector {
  indices: Int32Array;
  values: Float32Array;
}

/** One spelling, and every digit `0`: an order number's shape matters, its value does not. */
function foldDigits(text: string): string {
  return normalize(text).replace(/\d/g, '0').replace(/[’`]/g, "'");
}

/**
 * Word uni- and bigrams with the words' inner character n-grams (3 to 5) for alphabetic scripts,
 * character uni- to trigrams for Chinese, which has no spaces. Weights favour whole words.
 */
function featureNames(text: string): [name: string, weight: number][] {
  const names: [string, number][] = [];
  const words =
    foldDigits(text.slice(0, longestRead)).match(/\p{Script=Han}+|[\p{L}\p{N}']+/gu) ?? [];
  let previous = '^';
  for (const word of words) {
    if (/^\p{Script=Han}/u.test(word)) addHan(names, word);
    else addWord(names, word, previous);
    previous = word;
  }
  addWordPair(names, previous, '$');
  return names;
}

function addWord(names: [string, number][], word: string, previous: string): void {
  names.push([`w:${word}`, 1]);
  addWordPair(names, previous, word);
  const padded = `<${word}>`;
  for (let size = 3; size <= 5; size++) {
    for (let start = 0; start + size <= padded.length; start++) {
      names.push([`c:${padded.slice(start, start + size)}`, 0.35]);
    }
  }
}

function addWordPair(names: [string, number][], left: string, right: string): void {
  if (!/^\p{Script=Han}/u.test(left)) names.push([`b:${left} ${right}`, 0.8]);
}

function addHan(names: [string, number][], run: string): void {
  const characters = [...run];
  for (const [position, character] of characters.entries()) {
    names.push([`h:${character}`, 0.6]);
    for (const size of [2, 3]) {
      if (position + size > characters.length) continue;
      names.push([`h:${characters.slice(position, position + size).join('')}`, 1]);
    }
  }
}

/** FNV-1a over UTF-16 units, folded into the buckets. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> bucketBits)) & (featureCount - 1);
}

/** The hashed, unit-length features of a text. */
export function featuresOf(text: string): FeatureVector {
  const sums = new Map<number, number>();
  for (const [name, weight] of featureNames(text)) {
    const bucket = bucketOf(name);
    sums.set(bucket, Math.max(sums.get(bucket) ?? 0, weight));
  }
  let squares = 0;
  for (const value of sums.values()) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return {
    indices: Int32Array.from(sums.keys()),
    values: Float32Array.from(sums.values(), (value) => value * scale),
  };
}
