import { splitSentences } from '../words/split-sentences';
import { termHash } from '../words/term-hash';
import { type Token, tokenize } from '../words/tokenize';
import { piecesOf } from '../words/word-pieces';
import { type AnswerKind, answerKindsIn } from './answer-kind';
import { nameOf } from './names-title';

/** What of a chunk is searched. */
export interface ChunkFields {
  title: string;
  headingPath: string[];
  text: string;
}

/** A chunk as the ranking sees it. Terms are hashes. */
export interface ChunkAnalysis {
  /** BM25 weight of each term, without its IDF. */
  weights: Map<number, number>;
  /** Where each term of the text stands, ascending word numbers. */
  positions: Map<number, number[]>;
  /** In order; a row of a table is one. */
  sentences: Sentence[];
  /** What its terms share with others that are near them (`piecesOf`), as hashes. */
  pieces: Set<number>;
  /** Its document's title as a question may name it (`nameOf`); empty where it is no name. */
  name: string;
  /** What it may answer to. */
  answerKinds: Set<AnswerKind>;
}

/** A sentence of a chunk. */
export interface Sentence {
  terms: Set<number>;
  /** In words, without stop words. */
  length: number;
}

/** Okapi BM25 with fields weighted as in BM25F (Robertson & Zaragoza 2009); values measured. */
const k1 = 1.2;
const b = 0.75;
/** A fixed mean length in words: a chunk's vector must not change when others come and go. */
const averageLength = 140;
const titleWeight = 3;
const headingWeight = 1;
/** Chinese characters count as this many words, so that both languages have like lengths. */
const wordsPerHan = 0.45;

/** Counts and places the terms of a chunk, and weighs them. */
export function analyseChunk({ title, headingPath, text }: ChunkFields): ChunkAnalysis {
  const { sentences, positions, pieces } = readSentences(text);
  const weights = new Map<number, number>();
  for (const [term, places] of positions) weights.set(term, places.length);
  const addField = (field: string, weight: number) => {
    const tokens = tokenize(field);
    for (const { term } of tokens) {
      const hash = termHash(term);
      weights.set(hash, (weights.get(hash) ?? 0) + weight);
      for (const piece of piecesOf(term)) pieces.add(termHash(piece));
    }
    return tokens.length * weight;
  };
  const length =
    sentences.reduce((sum, sentence) => sum + sentence.length, 0) +
    addField(title, titleWeight) +
    addField(headingPath.join('\n'), headingWeight);
  const norm = k1 * (1 - b + (b * length) / averageLength);
  for (const [term, n] of weights) weights.set(term, (n * (k1 + 1)) / (n + norm));
  return {
    weights,
    positions,
    sentences,
    pieces,
    name: nameOf(title),
    answerKinds: answerKindsIn(text),
  };
}

/** Reads a text sentence by sentence, with the places of its terms counted through. */
function readSentences(text: string) {
  const positions = new Map<number, number[]>();
  const pieces = new Set<number>();
  let offset = 0;
  const sentences = splitSentences(text).map((sentence): Sentence => {
    const tokens = tokenize(sentence);
    const terms = new Set<number>();
    for (const { term, position } of tokens) {
      const hash = termHash(term);
      terms.add(hash);
      const known = positions.get(hash);
      if (known) known.push(offset + position);
      else {
        positions.set(hash, [offset + position]);
        for (const piece of piecesOf(term)) pieces.add(termHash(piece));
      }
    }
    offset += (tokens.at(-1)?.position ?? 0) + 1;
    return { terms, length: lengthOf(sentence, tokens) };
  });
  return { sentences, positions, pieces };
}

/** In words, without stop words. */
function lengthOf(text: string, tokens: Token[]): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return new Set(tokens.map(({ position }) => position)).size - han * (1 - wordsPerHan);
}
