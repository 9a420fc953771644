import type { ConsideredOutcome, RetrievalSettings, ScoreParts } from '@/lib/shared/retrieval';
import type { TermStatistics } from '../store/store';
import type { ChunkAnalysis } from './analyse-chunk';
import { estimateConfidence } from './confidence';
import { fuse } from './fuse';
import { isNearDuplicate } from './near-duplicates';
import { readQuestion } from './question';
import { type RankInput, type ScoredCandidate, scoreCandidates } from './score-candidates';

/** A candidate after the second stage. */
export interface Ranked<T> {
  item: T;
  /** Higher is better; comparable within one search only. */
  score: number;
  parts: ScoreParts;
  outcome: ConsideredOutcome;
}

/** The settings that decide about order and outcome. */
export type RankSettings = Pick<
  RetrievalSettings,
  'passages' | 'meaning' | 'nearness' | 'coverage'
>;

/** Scores texts for the question, one number each; null when that did not work. */
export type Rerank = (items: RankInput[]) => Promise<number[] | null>;

type Entry<T> = Omit<Ranked<T>, 'outcome'> & { analysis: ChunkAnalysis };

/** How many of the best the reranker puts in order; the others follow behind. */
const rerankedCount = 30;

/**
 * The second stage over the candidates of the index: scores their text anew, lets a reranker put
 * the best in order, marks near duplicates, and says how likely the best of them answer the
 * question.
 * @returns all candidates, best first
 */
export async function rankCandidates<T extends RankInput>(
  query: string,
  statistics: TermStatistics,
  candidates: T[],
  settings: RankSettings,
  rerank?: Rerank,
): Promise<{ ranked: Ranked<T>[]; confidence: number }> {
  const question = readQuestion(query, statistics);
  const scored = scoreCandidates(question, candidates, settings);
  const said = scored.map(({ lexical, item }) => ({ lexical, cosine: item.denseScore }));
  const scores = fuse(said, question.total, settings.meaning);
  const fused = scored.map((entry, at) => toEntry(entry, scores[at] ?? 0)).sort(byScore);
  const entries = rerank ? await reorder(fused, rerank) : fused;
  const outcomes = chooseShown(entries, settings.passages);
  const shown = entries.filter((_, at) => outcomes[at] === 'shown');
  const analyses = shown.map(({ analysis }) => analysis);
  const ranked = entries.map(({ item, score, parts }, at) => {
    return { item, score, parts, outcome: outcomes[at] ?? 'beyond' };
  });
  const cosines = candidates.flatMap(({ denseScore }) => denseScore ?? []);
  return { ranked, confidence: estimateConfidence(query, statistics, analyses, cosines) };
}

function byScore(a: { score: number }, b: { score: number }): number {
  return b.score - a.score;
}

function toEntry<T extends RankInput>(
  { item, analysis, lexical, parts }: ScoredCandidate<T>,
  score: number,
): Entry<T> {
  const { denseScore: meaning } = item;
  return { item, analysis, score, parts: { words: lexical, ...parts, meaning, reranker: null } };
}

/** The reranker's order of the best, ours where it sees no difference; the others stay behind them. */
async function reorder<T extends RankInput>(
  entries: Entry<T>[],
  rerank: Rerank,
): Promise<Entry<T>[]> {
  const pool = entries.slice(0, rerankedCount);
  const scores = await rerank(pool.map(({ item }) => item));
  if (!scores) return entries;
  const lowest = Math.min(...scores);
  const best = pool[0]?.score || 1;
  const reranked = pool.map((entry, at): Entry<T> => {
    const reranker = scores[at] ?? lowest;
    return { ...entry, score: reranker, parts: { ...entry.parts, reranker } };
  });
  const behind = entries.slice(rerankedCount).map((entry) => {
    return { ...entry, score: lowest - 1 + entry.score / best };
  });
  return [...reranked.sort(byScore), ...behind];
}

/** What becomes of each, best first: what says the same as a better one does not take a place. */
function chooseShown<T>(entries: Entry<T>[], passages: number): ConsideredOutcome[] {
  const kept: Entry<T>[] = [];
  return entries.map((entry) => {
    if (kept.some((other) => isNearDuplicate(other.analysis, entry.analysis))) {
      return 'near-duplicate';
    }
    if (kept.length >= passages) return 'beyond';
    kept.push(entry);
    return 'shown';
  });
}
