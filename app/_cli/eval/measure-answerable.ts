import { defaultRetrieval } from '@/lib/shared/retrieval';
import { areaUnderCurve, calibrationError } from './figures';
import { leaveTitlesOut } from './leave-titles-out';
import { type AskPassages, openPassageDesk } from './passage-desk';
import type { RetrievalSet } from './retrieval-set';

const { answeredFrom } = defaultRetrieval;

/** Answered here or not, with every second title left out of the index; shares from 0 to 1. */
export interface AnswerableFigures {
  auc: number;
  /** Of the questions whose passage is there, those that the threshold lets through. */
  answeredKept: number;
  /** Of the others, those that it refuses. */
  unansweredRefused: number;
  calibrationError: number;
}

/** Questions that passages nearly answer, against those that they do; null where there are none. */
export interface NearMissFigures {
  nearMissAuc: number | null;
  nearMissesRefused: number | null;
}

/** Measures the confidence where half of the answers are missing; null where none can be. */
export async function measureAnswerable(set: RetrievalSet): Promise<AnswerableFigures | null> {
  const part = leaveTitlesOut(set);
  const ask = openPassageDesk(part.corpus);
  const answered = await confidences(ask, part.answered);
  const unanswered = await confidences(ask, part.unanswered);
  if (answered.length === 0 || unanswered.length === 0) return null;
  return {
    auc: round(areaUnderCurve(answered, unanswered)),
    answeredKept: round(1 - shareRefused(answered)),
    unansweredRefused: round(shareRefused(unanswered)),
    calibrationError: round(calibrationError(answered, unanswered)),
  };
}

/** Measures the confidence on questions that are near to what the passages say. */
export async function measureNearMisses(
  ask: AskPassages,
  { queries, nearMisses }: RetrievalSet,
): Promise<NearMissFigures> {
  if (nearMisses.length === 0) return { nearMissAuc: null, nearMissesRefused: null };
  const answered = await confidences(ask, queries);
  const missed = await confidences(ask, nearMisses);
  return {
    nearMissAuc: round(areaUnderCurve(answered, missed)),
    nearMissesRefused: round(shareRefused(missed)),
  };
}

async function confidences(ask: AskPassages, queries: { text: string }[]): Promise<number[]> {
  const found: number[] = [];
  for (const { text } of queries) found.push((await ask(text)).confidence);
  return found;
}

function shareRefused(values: number[]): number {
  return values.filter((value) => value < answeredFrom).length / values.length;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
