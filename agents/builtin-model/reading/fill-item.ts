import { readFreeAnswer } from './read-free-text';
import type { Said } from './said';

/** An order's or an invoice's number; that of an article (LW-MSE-05) names the thing itself. */
const ids = /(?<![A-Za-z-])[A-Za-z]{2,5}-?\d[\d-]*/g;
/** What is meant in the place of something else: "I meant the cable", 不是鼠标，是键盘. */
const otherThing =
  /\b(?:i meant?|but|rather) the ([\p{L}-][\p{L} -]{2,30})|(?:^|[，,\s])(?:应该)?是([^，。,.]{1,12})[。.!！]?$/iu;
const longestItem = 500;

/**
 * Which thing is meant: what the person named in the place of another, or in answer to the question
 * for it; else all that they said of the request, latest first, since each part may name the thing.
 */
export function fillItem(said: Said[]): string | undefined {
  const latestFirst = said.toReversed();
  const answerOf = ({ text, asked, isChange }: Said) =>
    asked === 'item' && !isChange ? readFreeAnswer('item', text) : undefined;
  const told = latestFirst.map(changedTo).find(Boolean) ?? latestFirst.map(answerOf).find(Boolean);
  if (told) return told;
  const named = latestFirst
    .filter(({ isChange }) => !isChange)
    .map(({ text }) => text.replaceAll(ids, ' ').trim())
    .filter((text) => /\p{L}{2}|\p{Script=Han}/u.test(text))
    .join('\n')
    .slice(0, longestItem);
  return named === '' ? undefined : named;
}

const changedTo = ({ text, isChange }: Said) =>
  isChange ? otherThing.exec(text)?.slice(1).find(Boolean)?.trim() : undefined;
