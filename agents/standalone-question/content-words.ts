import { maxQueryLength, readTerms } from '@/knowledge/ranking/question-terms';
import { normalize } from '@/knowledge/words/tokenize';

/** A piece of a text: the characters from `start` to before `end`. */
export interface Span {
  start: number;
  end: number;
}

/** What a text talks about, as far as its words tell. */
export interface Content {
  /** One spelling; the spans are places in it. */
  text: string;
  /** Its words with a meaning of their own, in order; none overlap. */
  spans: Span[];
}

/**
 * Words that are always those of something, as "the price" of what was talked about, or that only
 * join what is said to what was said: no subject of their own.
 */
const leaning = new RegExp(
  [
    '^(?:amounts?|prices?|costs?|fees?|charges?|deadlines?|limits?|minimum|maximum|details?|reasons?|examples?|exceptions?|steps?|conditions?|times?|days?|weeks?|months?|years?|hours?|minutes?|dates?|far|ahead|long|quick(?:ly)?|fast|soon|free|cheap(?:er)?|expensive|longer|faster|sooner|begins?|began|starts?|ends?|lasts?|takes?|expires?|mean(?:while|time)?|exactly|roughly|about|usually|anything|something|else|instead|again|even|ok|okay|well|later|earlier|now)$',
    '^(?:价格|价钱|费用|收费|付钱|免费|贵|便宜|金额|期限|时间|时候|日期|条件|原因|例外|步骤|详细|具体|开始|结束|到期|要求|最低|最高|最早|最晚|最后|提前|之后|以后|之前|大概|一般|多长|几天|每次|另外|其他|别的|还有|算|起|次)$',
  ].join('|'),
  'u',
);

/** What is left of a Chinese word where the asking was cut out of it, as 要 of 要多久. */
const loneHan = /^\p{Script=Han}$/u;

/** Reads a text, of which only the beginning counts where it is very long. */
export function readContent(text: string): Content {
  const normalized = normalize(text.slice(0, maxQueryLength));
  const merged: Span[] = [];
  const found = readTerms(text)
    .terms.filter(({ token, weight }) => weight >= 1 && !token.isGuess)
    .map(({ token: { start, end } }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const span of found) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push(span);
  }
  const spans = merged.filter((span) => {
    const word = surfaceOf(normalized, span);
    return !leaning.test(word) && !loneHan.test(word);
  });
  return { text: normalized, spans };
}

/** The characters of a span. */
export function surfaceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
