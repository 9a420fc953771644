import { detectLocale } from '@/lib/locale';
import type { TermStatistics } from '../store/store';
import type { ChunkAnalysis } from './analyse-chunk';
import { askingSentence } from './asking-sentence';
import { shareOfNames } from './names-said';
import { namesTitle } from './names-title';
import { type Question, readQuestion } from './question';
import { rankChunk } from './rank-chunk';

/** What the words of the best passages say for their answering the question; all above zero. */
export interface Evidence {
  /**
   * The score of the best passage, in parts of the question's weight. Of a message that tells a
   * story, half of it is the same for the sentence that asks.
   */
  share: number;
  /**
   * The score of the best passage, by the root of the question's weight: what is found may weigh
   * more in a long question, of which no passage says everything (as in weighted information gain,
   * Zhou & Croft 2007).
   */
  gain: number;
  /**
   * The score of the best passage, in parts of the next one's: an answer stands out, while many
   * passages are equally near to what is not answered. From 1 to `largestLead`.
   */
  lead: number;
  /** How many chunks were searched; in more of them one is met by chance. */
  chunks: number;
  /** The question names the document of the first passage by its whole title. */
  isNamed: boolean;
  /** How many of the question's names the first passage says, 0 to 1; null without names. */
  names: number | null;
  /** Chinese is asked in terms that overlap: more of them are met by chance, in larger indexes above all. */
  isChinese: boolean;
}

/** Only the best passages are looked at: an answer stands on few. */
export const passagesLookedAt = 3;
/** In a small collection what comes next may be next to nothing. */
const largestLead = 2;
/**
 * A small collection says little about how common a word is. It is thought larger by this many
 * chunks, one of which holds each word.
 */
const prior = { chunks: 300, holders: 1 };

/**
 * Reads the evidence that passages answer a question; null where there is none.
 * @param passages best first
 */
export function readEvidence(
  query: string,
  statistics: TermStatistics,
  passages: ChunkAnalysis[],
): Evidence | null {
  const looked = passages.slice(0, passagesLookedAt);
  const whole = weighBest(query, statistics, looked);
  if (whole.best === 0) return null;
  const asking = askingSentence(query);
  const asked = asking === query ? whole : weighBest(asking, statistics, looked);
  return {
    share: (shareOf(whole) + shareOf(asked)) / 2,
    gain: whole.best / Math.sqrt(whole.total),
    lead: leadOf(whole),
    chunks: statistics.chunks,
    isNamed: namesTitle(query, statistics, passages[0]?.name ?? ''),
    names: passages[0] ? shareOfNames(asking, passages[0]) : null,
    isChinese: detectLocale(query) === 'zh',
  };
}

/** The scores of the best passage and of the next, and the most that the question weighs. */
function weighBest(query: string, statistics: TermStatistics, passages: ChunkAnalysis[]) {
  const question = withoutMereAsking(readQuestion(query, statistics, prior));
  const [best = 0, next = 0] = passages
    .map((passage) => rankChunk(question, passage).score)
    .sort((a, b) => b - a);
  return { best, next, total: question.total };
}

/** Where no other passage says anything, there is nothing to compare with. */
function leadOf({ best, next }: { best: number; next: number }): number {
  return next === 0 ? 1 : Math.min(largestLead, (best + 1) / (next + 1));
}

function shareOf({ best, total }: { best: number; total: number }): number {
  return total === 0 ? 0 : best / total;
}

/**
 * That a passage tells prices proves nothing when it was asked what a refrigerator costs; nor does
 * any number, where a number is asked for.
 */
function withoutMereAsking(question: Question): Question {
  const asked = { ...question, answerKind: null };
  if (question.weights.size === 0) return asked;
  return { ...asked, concepts: question.concepts.filter(({ terms }) => terms.length > 0) };
}
