import { defaultRetrieval } from '@/lib/shared/retrieval';

/**
 * Where the nearest candidate stands on the way from the others (0) to a perfect match (1), for the
 * meaning to begin to count, and for it to suffice. Cosines themselves differ from model to model.
 */
const countsFrom = 0.25;
const sufficesFrom = 0.45;

/**
 * What the meaning alone says for an answer, 0 to 1: a question in other words or another language
 * shares none with the passage that answers it. At most what just suffices, for meanings that are
 * near answer less often than words that are there.
 * @param cosines of the question's embedding and those of all candidates, in any order
 */
export function confidenceOfMeaning(cosines: number[]): number {
  if (cosines.length < 2) return 0;
  const best = Math.max(...cosines);
  const sum = cosines.reduce((all, cosine) => all + cosine, 0);
  const others = (sum - best) / (cosines.length - 1);
  if (others >= 1) return 0;
  const rise = (best - others) / (1 - others);
  const part = (rise - countsFrom) / (sufficesFrom - countsFrom);
  return defaultRetrieval.answeredFrom * Math.min(1, Math.max(0, part));
}
