import { type Correction, readCorrection } from '@/agents/builtin-model/reading/read-correction';
import type { Said } from '@/agents/builtin-model/reading/said';

/** Words of a request of its own, whatever else a message begins with. */
const deeds =
  /\b(?:cancel|return|refund|send|claim|dispute|track|show|list|order|invoice|pay|where|my appointment)\b|取消|退[货款]|报销|发票|查|订单/i;

/** Words of somebody who moves what they have. */
const moving = /\b(?:move|reschedule|postpone|shift|push|change)\b|[改调挪延推]/i;

/** Whether a message names a deed of its own, such as a refund or an invoice. */
export const namesDeed = (text: string) => deeds.test(text);

/** Whether it speaks of moving what there is. */
export const namesMoving = (text: string) => moving.test(text);

/** What somebody puts right in the middle of a message; a request of its own is no correction. */
export function correctionIn(text: string): Correction | undefined {
  const correction = readCorrection(text);
  return correction && !namesDeed(correction.meant) ? correction : undefined;
}

/** A message as it is, or what was said at first and what is meant in its place. */
export function inPieces(text: string): Said[] {
  const correction = correctionIn(text);
  return correction
    ? [{ text: correction.first }, { text: correction.meant, isChange: true }]
    : [{ text }];
}

/** What was said for another tool, just before. */
export function earlier(said: Said[] = []): Said[] {
  return said.map(({ text }) => ({ text, isEarlier: true }));
}
