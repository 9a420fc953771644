import type { Passage } from '@/knowledge/passages/passage';
import { type Citation, maxQuoteLength } from '@/lib/shared/chat';
import type { Sources } from './sources';

/**
 * The citations behind an answer: each number in its text, as in «[2]», that stands for a passage
 * of this turn. A number the model made up cites nothing and is left out.
 */
export function citationsOf(answer: string, sources: Sources): Citation[] {
  const numbers = [...answer.matchAll(/\[(\d{1,3})\]/g)].map((match) => Number(match[1]));
  return [...new Set(numbers)].flatMap((n) => {
    const passage = sources.get(n);
    return passage ? [cite(answer, n, passage).citation] : [];
  });
}

/**
 * The citations behind an answer that broke off: a sentence may stand there whose number had not
 * come yet, so that each passage which shares words with it counts. Whoever may not read one of
 * their documents is not shown what was said of it.
 */
export function citationsOfHalf(answer: string, sources: Sources): Citation[] {
  const named = citationsOf(answer, sources);
  const others = sources.list().filter(({ n }) => !named.some((citation) => citation.n === n));
  const shared = others
    .map(({ n, passage }) => cite(answer, n, passage))
    .filter(({ score }) => score > 0);
  return [...named, ...shared.map(({ citation }) => citation)];
}

function cite(answer: string, n: number, passage: Passage): { citation: Citation; score: number } {
  const { documentId, document, unit } = passage;
  const { chunk, quote, score } = bestQuote(answer, n, passage);
  const { chunkId, page } = chunk;
  return { citation: { n, documentId, chunkId, document, page, unit, quote }, score };
}

/**
 * The sentence of the passage that shares most words with what the answer says before «[n]», and
 * the chunk of its section that it stands in: the one found, where nothing speaks for another.
 */
function bestQuote(answer: string, n: number, passage: Passage) {
  const at = answer.indexOf(`[${n}]`);
  const before = at < 0 ? answer : answer.slice(0, at);
  const claim = tokens(withoutTableHead(before.slice(before.lastIndexOf(']') + 1)));
  const found = { chunkId: passage.chunkId, page: passage.page, text: passage.text };
  const others = passage.section.filter(({ chunkId }) => chunkId !== passage.chunkId);
  let best = { chunk: found, sentence: found.text, score: 0 };
  for (const chunk of [found, ...others]) {
    for (const sentence of sentencesOf(chunk.text)) {
      const score = overlap(tokens(sentence), claim);
      if (score > best.score) best = { chunk, sentence, score };
    }
  }
  return { chunk: best.chunk, quote: opening(best.sentence.trim()), score: best.score };
}

/** As much of a text as a quote holds, never half of a character. */
function opening(text: string): string {
  return text.slice(0, maxQuoteLength).replace(/[\uD800-\uDBFF]$/, '');
}

/** A claim that is a Markdown table stands in its rows: the head is the same for all of them. */
function withoutTableHead(claim: string): string {
  return claim.split(/^\|[\s:|-]+\|[ \t]*\n/m).at(-1) ?? claim;
}

/** Full stops inside of a number, an address or a name («0.5», «example.com») end nothing. */
function sentencesOf(text: string): string[] {
  return text.match(/(?:[^。！？.!?\n]|\.(?=[^\s.]))+(?:[。！？!?]|\n|\.|$)/g) ?? [text];
}

/** Words of scripts with spaces, character pairs of Han text. */
function tokens(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      if (!/\p{Script=Han}/u.test(word)) return [word];
      return [...word].map((character, index, all) => character + (all[index + 1] ?? ''));
    }),
  );
}

function overlap(sentence: Set<string>, claim: Set<string>): number {
  if (sentence.size === 0) return 0;
  let shared = 0;
  for (const token of sentence) if (claim.has(token)) shared += 1;
  return shared / Math.sqrt(sentence.size);
}
