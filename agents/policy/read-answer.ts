import { matchWithinTime } from './match-within-time';
import { normalizeMessage } from './normalize-message';
import { PhraseMatcher } from './phrase-matcher';
import type { Ask } from './policy-schema';

/** Longest value of a variable, in characters. */
const longestValue = 200;

const matchers = new WeakMap<Ask, PhraseMatcher>();

/**
 * What a message answers to a question of the policy: the choice it names, what fits the pattern,
 * or, where the question has neither, its words. Undefined when it fits none, or several choices.
 */
export function readAnswer(ask: Ask, message: string): string | undefined {
  const text = cleanValue(message);
  if (ask.choices) return readChoice(ask, ask.choices, text);
  if (ask.pattern) return matchWithinTime(ask.pattern, text)?.trim() || undefined;
  return normalizeMessage(text).words === '' ? undefined : text;
}

function readChoice(ask: Ask, choices: Record<string, string[]>, text: string): string | undefined {
  const values = Object.keys(choices);
  const found = matcherOf(ask, choices).find(text);
  return found.length === 1 ? values[found[0] ?? -1] : undefined;
}

function matcherOf(ask: Ask, choices: Record<string, string[]>): PhraseMatcher {
  const known = matchers.get(ask);
  if (known) return known;
  const entries = Object.values(choices).flatMap((names, at) =>
    names.map((phrase) => ({ phrase, isWhole: false, at })),
  );
  const made = new PhraseMatcher(entries);
  matchers.set(ask, made);
  return made;
}

/** A person's words as a value: one line of bounded length, without control characters. */
function cleanValue(message: string): string {
  const line = message.normalize('NFKC').replace(/[\p{C}\s]+/gu, ' ');
  return line.trim().slice(0, longestValue);
}
