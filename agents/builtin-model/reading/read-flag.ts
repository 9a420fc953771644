import type { Property } from '@/agents/builtin-model/bound-tool';
import { readConsent } from '@/agents/guards/consent-words';
import { mentions, wordsFor } from './read-choice';

const opensWithNo = /^(?:no|nope|not|i don'?t|i haven'?t|没|无|不)(?![\p{Script=Latin}])/u;
const opensWithYes =
  /^(?:yes|yeah|yep|yup|sure|i do|i have|i've got|got (?:it|one)|have (?:it|one)|of course|it'?s (?:here|attached)|留着|带了|都?有|是|在)(?![\p{Script=Latin}])/u;

const denies =
  /\b(?:no|not|without|lost|haven't|don't|didn't|never|missing)\b|没|无|丢|不见|弄掉|忘/;
const affirms =
  /\b(?:have|has|got|kept|keep|keeping|still|attached|with|here|yes|in hand|enclosed|include[sd]?|is (?:on|in|at))\b|有|在|附|带|留|保存|齐|拿|keep/;

/** The things that a flag such as `has_receipt` is about, as its description names them. */
function thingsOf(name: string, description: string): string[] {
  const noun = /^(?:has|have)_(\w+)$/.exec(name)?.[1]?.replaceAll('_', ' ');
  if (!noun) return [];
  const inChinese = wordsFor('yes', description).flatMap(
    (word) => /^有(.+)$/.exec(word)?.[1] ?? [],
  );
  return [noun, `${noun}s`, ...inChinese];
}

/** Whether the clause that names the thing says that it is there: 收据在手, "receipt is here". */
function readPresence(name: string, text: string, description: string): boolean | undefined {
  const things = thingsOf(name, description);
  const clause = text
    .split(/[,，。;；!！?？\n]|\.(?=\s|$)|\bbut\b|但是?/)
    .findLast((part) => things.some((thing) => mentions(part, thing)));
  if (clause === undefined) return undefined;
  if (denies.test(clause)) return false;
  return affirms.test(clause) ? true : undefined;
}

/** Of a longer text only the end is searched, clause by clause. */
const longestText = 2_000;

/**
 * A yes or no: the answer to the question for it, or words that the description lists for one,
 * `yes (with receipt, 有收据), no (no receipt, 没有收据)`. A no is looked for first, for it may hold
 * the words of a yes.
 */
export function readFlag(
  name: string,
  text: string,
  { description = '' }: Property,
  { isAnswer }: { isAnswer: boolean },
): boolean | undefined {
  const end = text.normalize('NFKC').slice(-longestText);
  const plain = end.toLowerCase().replace(/[’`]/g, "'").trim();
  const told = ['no', 'yes'].find((value) =>
    wordsFor(value, description).some((word) => word !== value && mentions(plain, word)),
  );
  const present = told ? told === 'yes' : readPresence(name, plain, description);
  if (present !== undefined) return present;
  if (!isAnswer) return undefined;
  if (opensWithNo.test(plain)) return false;
  return opensWithYes.test(plain) || readConsent(plain) === 'yes' ? true : undefined;
}
