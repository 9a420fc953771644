import type { AskedQuestion } from '@/lib/shared/trials';

/** How many questions another threshold would decide otherwise, by the confidence kept with them. */
export function countFlips(
  questions: Pick<AskedQuestion, 'confidence'>[],
  from: number,
  to: number,
): { toRefused: number; toAnswered: number } {
  const between = questions.filter(({ confidence }) => {
    return confidence >= Math.min(from, to) && confidence < Math.max(from, to);
  });
  return { toRefused: to > from ? between.length : 0, toAnswered: to < from ? between.length : 0 };
}
