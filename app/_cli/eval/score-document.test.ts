import { expect, test } from 'vitest';
import { chunkElements } from '@/knowledge/chunking/chunk-elements';
import type { Element } from '@/knowledge/parsers/parsed-document';
import { bestSimilarity, comparableCell, comparableText } from './comparable-text';
import { sumUp } from './documents';
import { type GroundTruth, groundTruthSchema } from './ground-truth';
import { type Extraction, scoreDocument } from './score-document';

const truth = (facts: object): GroundTruth =>
  groundTruthSchema.parse({
    file: 'files/a.pdf',
    format: 'pdf',
    language: 'en',
    awkward: true,
    outcome: 'text',
    ...facts,
  });

const read = (elements: Element[]): Extraction => ({
  elements,
  chunks: chunkElements(elements),
  failure: null,
  seconds: 2,
  peakMb: 90,
});

const refused = (failure: Extraction['failure']): Extraction => ({ ...read([]), failure });

test('spelling, quotes and white space do not matter to what is found', () => {
  expect(comparableText('“Ｆirst”\u00ad —\n zwei\u200b')).toBe('"first"-zwei');
  expect(comparableCell('€ 1,250.00 on 2026年1月8日')).toBe('1250.00on2026-01-08');
  expect(comparableCell('1,2,3 on 2026-01-08')).toBe('1,2,3on2026-01-08');
});

test('a misread letter lowers the similarity by its share of the text', () => {
  expect(bestSimilarity('....invoice....', 'invoice')).toBe(1);
  expect(bestSimilarity('....lnvoice....', 'invoice')).toBeCloseTo(6 / 7);
  expect(bestSimilarity('', 'invoice')).toBe(0);
});

test('a snippet counts where it is found, and its page where its chunk says so', () => {
  const wanted = truth({
    snippets: [
      { text: 'Bikes are lent', page: [1, 3] },
      { text: 'for free', page: 2 },
      { text: 'for a day', page: 1 },
    ],
  });
  const score = scoreDocument(
    wanted,
    read([{ kind: 'text', text: 'Bikes are lent for free.', page: 1 }]),
  );
  expect(score).toMatchObject({
    snippets: { found: 2, total: 3 },
    pages: { right: 1, total: 3 },
    isRight: false,
  });
});

test('a cell counts when its row holds label and value', () => {
  const rows = ['Room | Price', 'Single | 1,200.00', 'Double | 1,900.00'].join('\n');
  const score = scoreDocument(
    truth({
      table_cells: [
        { row: 'Single', value: 1200 },
        { row: 'Single', value: '1,900' },
      ],
    }),
    read([{ kind: 'table', text: rows, page: null }]),
  );
  expect(score.cells).toEqual({ found: 1, total: 2 });
});

test('text that must not be there, comes twice or in the wrong order is a fault', () => {
  const text = read([{ kind: 'text', text: 'One. Two. Three. Two.', page: null }]);
  const faults = (facts: object) => scoreDocument(truth(facts), text).faults;
  expect(faults({ must_not_contain: ['three'] })).toHaveLength(1);
  expect(faults({ exactly_once: ['one', 'two'] })).toHaveLength(1);
  expect(faults({ reading_order: ['one', 'three', 'two'] })).toEqual([]);
  expect(faults({ reading_order: ['three', 'one'] })).toHaveLength(1);
});

test('text read from a picture may be misread a little, and counts apart', () => {
  const score = scoreDocument(
    truth({ outcome: 'text_after_ocr', snippets: [{ text: 'Total amount due', page: 1 }] }),
    read([{ kind: 'text', text: 'Tota1 amount due: 12', page: 1 }]),
  );
  expect(score).toMatchObject({
    ocr: { found: 1, total: 1 },
    snippets: { total: 0 },
    pages: { right: 1, total: 1 },
  });
});

test('a refusal is right for the right reason and within its limits', () => {
  const locked = truth({ outcome: 'refuse_password', snippets: [{ text: 'secret' }] });
  expect(scoreDocument(locked, refused('password_protected'))).toMatchObject({
    isRight: true,
    snippets: { total: 0 },
  });
  expect(scoreDocument(locked, refused('damaged')).isRight).toBe(false);
  expect(scoreDocument(locked, read([])).isRight).toBe(false);
  const bomb = truth({ outcome: 'refuse_limits', limits: { seconds: 1, extra_memory_mb: 512 } });
  expect(scoreDocument(bomb, refused('too_large_unpacked')).faults).toEqual(['took 2 s']);
});

test('the figures of all files add up', () => {
  const good = scoreDocument(truth({ snippets: [{ text: 'a' }] }), {
    ...read([{ kind: 'text', text: 'A.', page: null }]),
  });
  const bad = scoreDocument(
    truth({ snippets: [{ text: 'a' }], awkward: false, language: 'zh' }),
    read([]),
  );
  expect(sumUp([good, bad])).toMatchObject({
    snippets: { found: 1, total: 2 },
    awkward: { passed: 1, total: 1 },
    byFormat: { pdf: { found: 1, total: 2 } },
    byLanguage: { en: { found: 1, total: 1 }, zh: { found: 0, total: 1 } },
  });
});
