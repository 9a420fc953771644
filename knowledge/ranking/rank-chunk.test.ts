import { describe, expect, test } from 'vitest';
import { termHash } from '../words/term-hash';
import { tokenize } from '../words/tokenize';
import { analyseChunk, type ChunkFields } from './analyse-chunk';
import { readQuestion } from './question';
import { rankChunk } from './rank-chunk';

type Fields = Partial<ChunkFields>;

const filling = 'Opening hours differ from branch to branch. 各门店营业时间不同。';

/** The chunks, best first, in a small index of their own. */
function order(query: string, chunks: Fields[]): Fields[] {
  const fields = chunks.map((chunk) => ({ title: '', headingPath: [], text: filling, ...chunk }));
  const holders = new Map<number, number>();
  for (const { text } of fields) {
    for (const term of new Set(tokenize(text).map(({ term }) => termHash(term)))) {
      holders.set(term, (holders.get(term) ?? 0) + 1);
    }
  }
  const question = readQuestion(query, { chunks: 100, holders });
  const scores = fields.map((chunk) => rankChunk(question, analyseChunk(chunk)).score);
  return chunks.toSorted((a, b) => {
    return (scores[chunks.indexOf(b)] ?? 0) - (scores[chunks.indexOf(a)] ?? 0);
  });
}

/** That of two texts the first is better. */
function expectBetter(query: string, better: string, worse: string): void {
  const chunks = [{ text: worse }, { text: better }];
  expect(order(query, chunks)[0]).toBe(chunks[1]);
}

describe('a better chunk', () => {
  test('has the words of the question near each other', () => {
    expectBetter(
      'late payment fee',
      'A late payment fee applies. Visitors, trains, streets and gardens follow.',
      'A late visitor misses trains. The payment of streets follows, with gardens. A fee applies.',
    );
  });

  test('has them in one sentence rather than in several', () => {
    expectBetter(
      'warranty of tablet chargers',
      'Tablets are cleaned weekly by the staff. For chargers of a tablet the warranty ends in May.',
      'Tablets are cleaned weekly by the staff. A warranty ends in May. The tablet has chargers.',
    );
  });

  test('covers more of the question, even where another repeats one word', () => {
    expectBetter(
      'bicycle insurance abroad',
      'Insurance of a bicycle holds abroad.',
      'Insurance, insurance, insurance and more insurance.',
    );
  });

  test('holds the kind of thing that is asked for', () => {
    expectBetter(
      'When was the museum opened?',
      'The museum was opened with a feast in 1987.',
      'The museum was opened with a feast in rain.',
    );
  });

  test('holds another form of a word that is missing', () => {
    expectBetter(
      'Who won the prize for the description?',
      'They win a prize who describe it best.',
      'They lose a prize who forget it most.',
    );
    expectBetter('台湾何时设省？', '台湾于当年建省。', '台湾于当年开埠。');
  });

  test('says it in its title or in the headings above it', () => {
    const plain = { text: filling };
    const titled = { text: filling, title: 'Refunds' };
    const headed = { text: filling, headingPath: ['Refunds'] };
    expect(order('refunds', [plain, headed, titled])).toEqual([titled, headed, plain]);
  });

  test('answers what is asked rather than what is told before', () => {
    expectBetter(
      'My parcel was soaked by rain. Can I claim tax credits?',
      'You can claim credits for tax here.',
      'A parcel that was soaked by rain stays here.',
    );
  });
});

test('the parts add up to the score, and factors weigh them', () => {
  const question = readQuestion('late payment fee', { chunks: 10, holders: new Map() });
  const text = 'A fee for late payment applies.';
  const chunk = analyseChunk({ title: '', headingPath: [], text });
  const { score, parts } = rankChunk(question, chunk);
  expect(score).toBeCloseTo(parts.bm25 + parts.nearness + parts.coverage, 9);
  const other = rankChunk(question, chunk, { nearness: 2, coverage: 0 });
  expect(other.parts.nearness).toBeCloseTo(2 * parts.nearness, 9);
  expect(other.parts.coverage).toBe(0);
  expect(other.parts.bm25).toBe(parts.bm25);
});

test('a question without words scores nothing', () => {
  const question = readQuestion('?!', { chunks: 10, holders: new Map() });
  const chunk = analyseChunk({ title: 'a', headingPath: ['b'], text: filling });
  expect(rankChunk(question, chunk).score).toBe(0);
});
