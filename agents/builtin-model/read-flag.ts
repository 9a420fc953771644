import { readConsent } from '@/agents/guards/consent-words';
import type { Property } from './bound-tool';
import { mentions, wordsFor } from './read-choice';

const opensWithNo = /^(?:no|nope|not|i don'?t|i haven'?t|没|无|不)(?![\p{Script=Latin}])/u;
const opensWithYes = /^(?:yes|yeah|yep|sure|i do|i have|有|是|在)(?![\p{Script=Latin}])/u;

/**
 * A yes or no: the answer to the question for it, or words that the description lists for one,
 * `yes (with receipt, 有收据), no (no receipt, 没有收据)`. A no is looked for first, for it may hold
 * the words of a yes.
 */
export function readFlag(
  text: string,
  { description = '' }: Property,
  { isAnswer }: { isAnswer: boolean },
): boolean | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’`]/g, "'").trim();
  const told = ['no', 'yes'].find((value) =>
    wordsFor(value, description).some((word) => word !== value && mentions(plain, word)),
  );
  if (told) return told === 'yes';
  if (!isAnswer) return undefined;
  if (opensWithNo.test(plain)) return false;
  return opensWithYes.test(plain) || readConsent(plain) === 'yes' ? true : undefined;
}
