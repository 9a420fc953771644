import { analyseChunk, type ChunkAnalysis, type ChunkFields } from './analyse-chunk';
import type { Question } from './question';
import { asMeasured, type ChunkFactors, type ChunkParts, rankChunk } from './rank-chunk';
import { weighAmong } from './weigh-among';

/** A candidate of the first stage with its text. */
export interface RankInput extends ChunkFields {
  chunkId: string;
  documentId: string;
  /** How near its meaning is to the question's, -1 to 1; null where nothing compared it. */
  denseScore: number | null;
}

/** A candidate with the score of its words. */
export interface ScoredCandidate<T> {
  item: T;
  analysis: ChunkAnalysis;
  /** What the words say, its document's other candidates included. Zero or more, no upper end. */
  lexical: number;
  /** What `lexical` is the sum of. */
  parts: LexicalParts;
}

/** What made up the score of a candidate's words. */
interface LexicalParts extends ChunkParts {
  /** What its document's candidates add, itself included. */
  document: number;
}

/** How much the other chunks of a document count for each of them. */
const documentWeight = 0.2;

/** Scores what the words of the candidates say about a question, with their text. */
export function scoreCandidates<T extends RankInput>(
  question: Question,
  candidates: T[],
  factors: ChunkFactors = asMeasured,
): ScoredCandidate<T>[] {
  const analysed = candidates.map((item) => ({ item, analysis: analyse(item) }));
  const weighed = weighAmong(
    question,
    analysed.map(({ analysis }) => analysis),
  );
  const scored = analysed.map(({ item, analysis }): ScoredCandidate<T> => {
    const { score, parts } = rankChunk(weighed, analysis, factors);
    return { item, analysis, lexical: score, parts: { ...parts, document: 0 } };
  });
  addDocumentEvidence(scored);
  return scored;
}

/** A document with several good chunks is more likely the right one: its best three say how much. */
function addDocumentEvidence<T extends RankInput>(scored: ScoredCandidate<T>[]): void {
  const byDocument = Map.groupBy(scored, ({ item }) => item.documentId);
  for (const entries of byDocument.values()) {
    const best = entries.map(({ lexical }) => lexical).sort((a, b) => b - a);
    const evidence = ((best[0] ?? 0) + (best[1] ?? 0) + (best[2] ?? 0)) / 3;
    for (const entry of entries) {
      entry.parts.document = documentWeight * evidence;
      entry.lexical += entry.parts.document;
    }
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
