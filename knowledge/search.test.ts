import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { documents } from '@/drizzle/schema/knowledge';
import { db } from '@/lib/db/client';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { guest, staffOf } from '@/tests/support/principals';
import { search } from './search';
import { markChunksChanged } from './store/index-changes';
import { liveIndex } from './store/search-indexes';

const returns = [
  'Returns. You may return a product within 30 days of delivery for a full refund. The product must be unused and in its original packaging.',
  'Refunds are paid to the card you used, five working days after the parcel has arrived at our warehouse.',
  'Shipping is free for orders over 50 euros. Express delivery costs 12 euros.',
];
const travel = [
  '差旅住宿标准：一线城市每晚不超过六百元，其他城市每晚不超过四百元。',
  '报销申请须在出差结束后十五个工作日内提交，逾期不予受理。',
];

async function firstScore(query: string) {
  const { hits, confidence } = await ask(query);
  return { score: hits[0]?.score, confidence };
}

async function countIndexed(): Promise<number> {
  return (await liveIndex()).store.count();
}

async function ask(query: string, principal = guest) {
  return search({ query, principal });
}

beforeAll(async () => {
  await addIndexedDocument({ title: 'Returns policy', texts: returns });
  await addIndexedDocument({ title: '差旅管理办法', texts: travel });
  await addIndexedDocument({
    title: 'Salary bands',
    visibility: 'staff',
    texts: ['Salary band seven pays 72,000 a year.'],
  });
  await addIndexedDocument({
    title: 'Merger plan',
    visibility: 'team:finance',
    texts: ['The merger with Acme is planned for October.'],
  });
});

describe('a person asks a small set of policies', () => {
  test.each([
    ['How many days do I have to return a product?', 'within 30 days'],
    ['when will my refund be paid', 'five working days'],
    ['how much is express delivery?', '12 euros'],
    ['how long does a refund take', 'five working days'],
    ['住宿最多可以报多少？', '六百元'],
    ['逾期怎么样', '不予受理'],
    ['一线城市的住宿标准是多少？', '六百元'],
    ['報銷申請要在多少個工作日內提交？', '十五个工作日'],
  ])('%s is answered', async (query, quote) => {
    const { hits, isAnswered, confidence } = await ask(query);
    expect(hits[0]?.text).toContain(quote);
    expect({ isAnswered, confidence }).toMatchObject({ isAnswered: true });
  });

  test.each([
    'What is the capital of France?',
    'Who won the football world cup in 1998?',
    '法国的首都是哪里？',
    '今天天气怎么样',
    'Do you sell bicycles?',
  ])('%s is not', async (query) => {
    const { isAnswered, confidence } = await ask(query);
    expect({ isAnswered, confidence }).toMatchObject({ isAnswered: false });
  });
});

describe('nobody finds what they may not read', () => {
  test('a guest finds neither staff nor team documents', async () => {
    for (const query of ['salary band seven', 'merger with Acme in October']) {
      const { hits, isAnswered } = await ask(query);
      expect(hits.map(({ document }) => document)).not.toContain('Salary bands');
      expect(hits.map(({ document }) => document)).not.toContain('Merger plan');
      expect(isAnswered).toBe(false);
    }
  });

  test('staff find staff documents, and those of their own teams only', async () => {
    expect((await ask('salary band seven', staffOf())).hits[0]?.document).toBe('Salary bands');
    expect((await ask('merger Acme', staffOf('sales'))).hits).toEqual([]);
    expect((await ask('merger Acme', staffOf('finance'))).hits[0]?.document).toBe('Merger plan');
  });

  test('a document that is hidden or deleted is gone from the next search', async () => {
    const id = await addIndexedDocument({ title: 'Zebra facts', texts: ['Zebras have stripes.'] });
    expect((await ask('zebra stripes')).hits).toHaveLength(1);
    await db().update(documents).set({ visibility: 'staff' }).where(eq(documents.id, id));
    expect((await ask('zebra stripes')).hits).toEqual([]);
    await db().delete(documents).where(eq(documents.id, id));
    expect((await ask('zebra stripes', staffOf())).hits).toEqual([]);
  });

  test('the index itself forgets a deleted document once it is told', async () => {
    const before = await countIndexed();
    const id = await addIndexedDocument({ title: 'Okapi facts', texts: ['Okapis are shy.'] });
    expect(await countIndexed()).toBe(before + 1);
    await db().transaction(async (tx) => {
      await tx.delete(documents).where(eq(documents.id, id));
      await markChunksChanged(tx, id);
    });
    expect(await countIndexed()).toBe(before);
  });
});

describe('whatever is typed', () => {
  test.each([
    '',
    ' ',
    'a',
    '?!…。，',
    '😀😀',
    'x'.repeat(50_000),
    'return product '.repeat(4_000),
    "'; drop table chunks; --",
    '{"$ne": null} %_\\ \u0000',
    'שלום עולם',
    'the of and',
  ])('search answers without a fault (%#)', async (query) => {
    const result = await ask(query);
    expect(result.confidence).toBeGreaterThanOrEqual(0);
    expect(result.confidence).toBeLessThanOrEqual(1);
  });
});

test('scores tell a guest nothing of the words of documents that are not for guests', async () => {
  const inHidden = await firstScore('refund to the card, 72,000 Acme');
  const inNone = await firstScore('refund to the card, 81,000 Zyme');
  expect(inHidden).toEqual(inNone);
});
