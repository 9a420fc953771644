import type { TermStatistics } from '../store/store';
import { analyseChunk, type ChunkAnalysis, type ChunkFields } from './analyse-chunk';
import { estimateConfidence } from './confidence';
import { isNearDuplicate } from './near-duplicates';
import { readQuestion } from './question';
import { rankChunk } from './rank-chunk';

/** A candidate of the first stage with its text. */
export interface RankInput extends ChunkFields {
  chunkId: string;
  documentId: string;
  /** Score of the first stage; used when it knows more than the words (dense vectors). */
  storeScore: number;
}

/** A candidate after the second stage. */
export interface RankOutput<T> {
  item: T;
  score: number;
}

/** How much the other chunks of a document count for each of them. */
const documentWeight = 0.1;

interface Scored<T> extends RankOutput<T> {
  analysis: ChunkAnalysis;
  lexical: number;
}

/**
 * The second stage over the candidates of the index: scores their text anew, removes near
 * duplicates and says how likely the best of them answer the question.
 * @param isHybrid whether the first stage also compared embeddings: its score then counts as much
 * as the words.
 */
export function rankCandidates<T extends RankInput>(
  query: string,
  statistics: TermStatistics,
  candidates: T[],
  { limit, isHybrid }: { limit: number; isHybrid: boolean },
): { ranked: RankOutput<T>[]; confidence: number } {
  const question = readQuestion(query, statistics);
  const scored = candidates.map((item): Scored<T> => {
    const analysis = analyse(item);
    const lexical = rankChunk(question, analysis);
    return { item, analysis, lexical, score: lexical };
  });
  addDocumentEvidence(scored);
  if (isHybrid) blend(scored);
  scored.sort((a, b) => b.score - a.score);
  const kept: Scored<T>[] = [];
  for (const entry of scored) {
    if (kept.length >= limit) break;
    if (!kept.some((other) => isNearDuplicate(other.analysis, entry.analysis))) kept.push(entry);
  }
  const confidence = estimateConfidence(
    query,
    statistics,
    kept.map(({ analysis }) => analysis),
  );
  return { ranked: kept.map(({ item, score }) => ({ item, score })), confidence };
}

/** A document with several good chunks is more likely the right one: its best three say how much. */
function addDocumentEvidence<T extends RankInput>(scored: Scored<T>[]): void {
  const byDocument = Map.groupBy(scored, ({ item }) => item.documentId);
  for (const entries of byDocument.values()) {
    const best = entries.map(({ lexical }) => lexical).sort((a, b) => b - a);
    const evidence = ((best[0] ?? 0) + (best[1] ?? 0) + (best[2] ?? 0)) / 3;
    for (const entry of entries) {
      entry.lexical += documentWeight * evidence;
      entry.score = entry.lexical;
    }
  }
}

/** Gives the words' score and the first stage's score the same scale and adds them. */
function blend<T extends RankInput>(scored: Scored<T>[]): void {
  const bestLexical = Math.max(...scored.map(({ lexical }) => lexical), Number.MIN_VALUE);
  const bestStore = Math.max(...scored.map(({ item }) => item.storeScore), Number.MIN_VALUE);
  for (const entry of scored) {
    entry.score = entry.lexical / bestLexical + entry.item.storeScore / bestStore;
  }
}

const remembered = new Map<string, { fields: ChunkFields; analysis: ChunkAnalysis }>();
const maxRemembered = 4_000;

/** Analyses a chunk, or takes what is remembered of it; popular chunks are asked for often. */
function analyse(item: RankInput): ChunkAnalysis {
  const known = remembered.get(item.chunkId);
  if (known && known.fields.text === item.text && known.fields.title === item.title) {
    return known.analysis;
  }
  const { title, headingPath, text } = item;
  const analysis = analyseChunk({ title, headingPath, text });
  if (remembered.size >= maxRemembered) {
    const oldest = remembered.keys().next();
    if (!oldest.done) remembered.delete(oldest.value);
  }
  remembered.set(item.chunkId, { fields: { title, headingPath, text }, analysis });
  return analysis;
}
