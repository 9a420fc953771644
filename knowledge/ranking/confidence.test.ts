import { describe, expect, test } from 'vitest';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { termHash } from '../words/term-hash';
import { tokenize } from '../words/tokenize';
import { analyseChunk } from './analyse-chunk';
import { estimateConfidence } from './confidence';

const { answeredFrom } = defaultRetrieval;
const texts = [
  'A cracked tablet screen is repaired at a fixed price of SGD 189.',
  'Chargers, cables and power banks have a warranty of six months.',
  'Orders of SGD 80 or more are delivered free of charge.',
  'The shop is closed on Sundays and on public holidays.',
  'Invoices are due thirty days after they were issued.',
  '在门店购买的商品，自购买当日起三十天内可以退货。',
  '上门安装每次两小时，收费一百二十新元。',
];
const passages = texts.map((text) => analyseChunk({ title: '', headingPath: [], text }));

/** As if each passage stood in an index of these, and was the best that was found, before the others. */
function ask(query: string, at: number, cosines: number[] = []): number {
  const holders = new Map<number, number>();
  for (const text of texts) {
    const terms = new Set(tokenize(text).map(({ term }) => termHash(term)));
    for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const found = [...passages.slice(at, at + 1), ...passages.toSpliced(at, 1)];
  return estimateConfidence(query, { chunks: texts.length, holders }, found, cosines);
}

describe('how sure a desk is', () => {
  test.each([
    ['How much is the repair of a cracked tablet screen?', 0],
    ['How long is the warranty of chargers and cables?', 1],
    ['上门安装收费多少？', 6],
  ])('«%s», answered word for word, is sure', (query, at) => {
    expect(ask(query, at)).toBeGreaterThan(0.9);
  });

  test.each([
    ['Who won the football world cup?', 3],
    ['How do I reset my password?', 2],
    ['火车票怎么改签？', 5],
  ])('«%s», of which nothing is said, is not', (query, at) => {
    expect(ask(query, at)).toBeLessThan(0.1);
  });

  test('a question of which the word that matters is missing is not sure', () => {
    const answered = ask('How much is the repair of a tablet?', 0);
    const missing = ask('How much is the repair of a piano?', 0);
    expect(answered).toBeGreaterThan(0.9);
    expect(missing).toBeLessThan(0.6);
  });

  test('a story before the question takes nothing from what is asked', () => {
    const story = 'My nephew visited from Bergen and stepped on it. ';
    const question = 'How much is the repair of a cracked tablet screen?';
    expect(ask(story + question, 0)).toBeGreaterThan(answeredFrom);
  });

  test('names in common make a likely answer of what is less likely, and add nothing to what is sure', () => {
    const text = 'A cracked tablet screen of it is repaired at a fixed price.';
    const passage = analyseChunk({ title: 'Silver Heron', headingPath: [], text });
    const askOf = (name: string, rest: string) => {
      const holders = new Map(
        [...passage.weights.keys(), termHash('juno')].map((term) => [term, 1]),
      );
      return estimateConfidence(`${rest} ${name}?`, { chunks: 100, holders }, [passage]);
    };
    const little = 'Which colours of glass has the';
    expect(askOf('Silver Heron', little)).toBeGreaterThan(answeredFrom);
    expect(askOf('Juno', little)).toBeLessThan(answeredFrom);
    const sure = 'What is the fixed price of a cracked tablet screen being repaired';
    expect(askOf('of Silver Heron', sure)).toBeCloseTo(askOf('of silver, heron', sure), 5);
  });

  test('more is asked of what is found in a larger collection', () => {
    const holders = new Map([[termHash('warranty'), 1]]);
    const found = passages.slice(1, 2);
    const small = estimateConfidence('warranty months', { chunks: 10, holders }, found);
    const large = estimateConfidence('warranty months', { chunks: 900, holders }, found);
    expect(large).toBeLessThan(small);
  });

  test('a question that shares no word with its answer is answered by a meaning that stands out', () => {
    const query = '平板屏幕摔坏了修要多少钱？';
    expect(ask(query, 0)).toBeLessThan(answeredFrom);
    expect(ask(query, 0, [0.71, 0.2, 0.18, 0.15, 0.22])).toBe(answeredFrom);
    expect(ask(query, 0, [0.24, 0.2, 0.18, 0.15, 0.22])).toBeLessThan(answeredFrom);
  });

  test.each(['', ' ', '?!', 'the of and'])('«%s» asks nothing', (query) => {
    expect(ask(query, 0)).toBe(0);
  });

  test('without passages there is no answer', () => {
    const nothing = { chunks: 0, holders: new Map<number, number>() };
    expect(estimateConfidence('warranty', nothing, [], [0.9, 0.1])).toBe(0);
  });
});
