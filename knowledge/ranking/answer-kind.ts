/** What a question asks for, as far as a text shows whether it holds such a thing. */
export type AnswerKind = 'time' | 'count' | 'name';

/** The words that ask for each, English and Chinese of both scripts; the first that is met counts. */
const asking: [AnswerKind, RegExp][] = [
  [
    'time',
    /\bwhen\b|\b(?:what|which) (?:year|date|century|decade|day|month)\b|什[么麼][时時][候间間]|[何几幾哪]一?[时時年天月日]|哪[个個]世[纪紀]/i,
  ],
  [
    'count',
    /\bhow (?:many|much|long|old|far|large|tall|high|big|often)\b|多少|多[大长長久高]|[几幾]/i,
  ],
  ['name', /\b(?:who|whom|whose|where)\b/i],
];

const month =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const count =
  'one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half';

/** What shows that a text holds such a thing. Chinese texts show no names. */
const holding: Record<AnswerKind, RegExp> = {
  time: new RegExp(
    String.raw`\b(?:1\d{3}|20\d\d)\b|\d(?:st|nd|rd|th)\b|\bcentury\b|\b(?:${month})\b|[\d一二三四五六七八九十〇]\s?[年月日]|世[纪紀]`,
  ),
  count: new RegExp(String.raw`\d|\b(?:${count})\b|[一二三四五六七八九十百千万萬两兩]`, 'i'),
  name: /(?<=[a-z,;:)] )\p{Lu}\p{L}+|\p{Script=Han}/u,
};

/** The kind of answer that a question asks for; null where its words do not tell. */
export function answerKindOf(question: string): AnswerKind | null {
  return asking.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

/** The kinds of answers that a text may hold. */
export function answerKindsIn(text: string): Set<AnswerKind> {
  const kinds: AnswerKind[] = ['time', 'count', 'name'];
  return new Set(kinds.filter((kind) => holding[kind].test(text)));
}
