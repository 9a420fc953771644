const han = /\p{Script=Han}/u;
/** A day or an hour alone is part of what is asked next to it. */
const bareDate = /^[\p{N}\s年月日号號时時点點分:：/.-]+$/u;

const polite = String.raw`^(?:(?:please|also|then|just|kindly|and|so|but|now)\s+)*`;
const auxiliary = `(?:am|is|are|was|were|isn['’]?t|aren['’]?t|wasn['’]?t|do|does|did|don['’]?t|doesn['’]?t|didn['’]?t|has|have|had|hasn['’]?t|haven['’]?t|can|could|can['’]?t|cannot|couldn['’]?t|will|would|won['’]?t|should|may|might|must|needs?|wants?)`;
/** Somebody does something, unless that only tells which thing is meant ("the card that I use"). */
const subject =
  /(?<!\b(?:that|which|who|whom|what|where|when)\s)\b(?:i|we|you|he|she|they|it|there|this)(?:['’](?:m|s|re|ve|d|ll))?\s+\p{L}/iu;
const finite = new RegExp(String.raw`\b${auxiliary}\b`, 'i');
/** "is included in the list" tells on about what was named before it. */
const withoutSubject = new RegExp(
  String.raw`${polite}${auxiliary}\s+(?:not\s+|been\s+|being\s+)*\p{L}+(?:ed|ing)\b`,
  'iu',
);
/** "send me", "open a ticket", "check why": a word that is no past tense or plural, and its object. */
const request = new RegExp(
  String.raw`${polite}\p{L}+(?<!ed|s)\s+(?:me|us|my|our|your|the|an?|this|that|it|him|her|them|why|when|whether|what|how|if|out|up|off)\b`,
  'iu',
);
const verb = new RegExp(
  String.raw`${polite}(?:to\s+)?(?:send|e?mail|show|list|tell|give|get|book|cancel|move|reschedule|change|update|check|track|find|look|open|close|create|file|make|arrange|schedule|set|remind|return|replace|repair|fix|refund|pay|bill|charge|transfer|convert|read|print|download|issue|call|help|order|reset|unlock|confirm|explain|what|when|where|which|why|how|who)\b`,
  'iu',
);
/** People name what is theirs, or its number, without saying again what they want of it. */
const theirs = new RegExp(String.raw`${polite}(?:my|our)\b|(?<!\p{L})[A-Za-z]{2,5}-\d|#\d`, 'iu');

/**
 * Whether a part of a message, cut at a comma or at "and", may stand as a sentence of its own:
 * "the Alps" and "used in winter" may not, as what was said before goes on with them.
 */
export function isClause(part: string): boolean {
  if (han.test(part)) return !bareDate.test(part);
  if (theirs.test(part)) return true;
  if (withoutSubject.test(part)) return false;
  return [finite, subject, request, verb].some((each) => each.test(part));
}

/** Whether a part ends before what it began: "the border between Norway". */
export function endsOpen(part: string): boolean {
  return /\b(?:between|both)\b(?!.*\band\b)/i.test(part);
}
