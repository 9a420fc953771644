import { tokenize } from '@/knowledge/tokenize';
import type { QuotableUnit } from './passage-units';

/** Longest quotation, in words; a Chinese character counts as half a word. */
export const longestQuotation = 60;
const mostUnits = 3;
/** A further unit must be at least this near to the best one. */
const nearEnough = 0.5;

/** What kind of thing is asked for, and how a sentence that tells it looks. */
const expectations: [question: RegExp, answer: RegExp][] = [
  [
    /\bhow (?:long|many|much|old|far|often|soon|deep|high)\b|多久|多少|几|多长|多大|多深|多高/i,
    /\d|[一二三四五六七八九十百千万两]/,
  ],
  [
    /\bwhen\b|\bwhat (?:year|date|day|time)\b|何时|什么时候|什么时间|哪一?年|几点|哪天/i,
    /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|年|月|日/i,
  ],
  [/\b(?:price|cost|fee|charge)s?\b|费用|价格|收费/i, /\d|\bfree\b|免费/i],
  [
    /\bwhere\b|哪里|哪儿|何处|什么地方|地址|位于/i,
    /\b(?:in|at|near|located)\b|位于|省|市|县|区|人|在/i,
  ],
  [/\bwhy\b|为什么|为何|原因/i, /\bbecause\b|\bdue to\b|\bsince\b|\bso that\b|因|由于|为了/i],
];

/** Words of a text, for lengths: English words, and half of the Chinese characters. */
export function countWords(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return others + han / 2;
}

function inverseFrequency(units: QuotableUnit[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of units) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => Math.log(1 + units.length / (0.5 + (counts.get(term) ?? 0)));
}

function isQuestion({ text }: QuotableUnit): boolean {
  return /[?？]["”』」)]?$/.test(text);
}

/** Headings, headers of tables and questions tell what follows; alone they answer little. */
function worthOf(unit: QuotableUnit): number {
  const isBareHeader = unit.kind === 'row' && unit.header === undefined;
  const isHeading =
    unit.kind === 'sentence' && unit.text.length < 80 && !/[\p{P}\d]/u.test(unit.text);
  return isBareHeader || isHeading || isQuestion(unit) ? 0.35 : 1;
}

type Score = (unit: QuotableUnit) => number;

/** Overlap with the question by rare terms; also of the unit's passage and of its neighbours. */
function scorer(question: string, units: QuotableUnit[]): Score {
  const asked = [...new Set(tokenize(question).map(({ term }) => term))];
  const weightOf = inverseFrequency(units);
  const expected = expectations.filter(([pattern]) => pattern.test(question)).map(([, a]) => a);
  const overlap = (terms: Set<string>) =>
    asked.reduce((sum, term) => sum + (terms.has(term) ? weightOf(term) : 0), 0);
  const passageTerms = new Map<number, Set<string>>();
  for (const { n, terms } of units) {
    passageTerms.set(n, (passageTerms.get(n) ?? new Set()).union(terms));
  }
  return (unit) => {
    const own = overlap(unit.terms);
    const before = units[unit.position - 1];
    const near = before?.n === unit.n ? overlap(before.terms) : 0;
    const whole = overlap(passageTerms.get(unit.n) ?? new Set());
    const fitsKind = expected.some((pattern) => pattern.test(unit.text)) ? 1.25 : 1;
    const score = (own + 0.15 * near) * fitsKind + 0.35 * whole;
    return own > 0 ? score * worthOf(unit) : 0;
  };
}

/**
 * The few units that answer best, in reading order: the nearest to the question, and others
 * nearly as near while there is room. Empty when nothing has a word in common with the question.
 */
export function chooseUnits(question: string, units: QuotableUnit[]): QuotableUnit[] {
  const scoreOf = scorer(question, units);
  const ranked = units
    .map((unit) => ({ unit, score: scoreOf(unit) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.unit.position - b.unit.position);
  const best = ranked[0];
  if (!best) return [];
  const chosen: QuotableUnit[] = [];
  let words = 0;
  for (const { unit, score } of ranked) {
    const length = countWords(unit.text);
    const isRoom = chosen.length === 0 || words + length <= longestQuotation;
    if (chosen.length >= mostUnits || score < nearEnough * best.score) break;
    if (!isRoom || chosen.some(({ text }) => text === unit.text)) continue;
    chosen.push(unit);
    words += length;
  }
  return chosen.sort((a, b) => a.position - b.position);
}
