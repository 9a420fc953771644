import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDocuments } from '@/drizzle/seed/documents';
import { findDocument } from '@/lib/db/documents';
import { closeQueue } from '@/lib/queue';
import { guest, staffOf } from '@/tests/support/principals';
import { ingestDocument } from './ingest';
import { search } from './search';
import { uploadDocument } from './upload-document';

const ids: string[] = [];

beforeAll(async () => {
  for (const { file, title, visibility } of seedDocuments) {
    const source = path.resolve('drizzle/seed/documents', file);
    const upload = { principal: null, path: source, filename: file, title, visibility };
    const { id } = await uploadDocument(upload);
    await ingestDocument(id);
    ids.push(id);
  }
});
afterAll(closeQueue);

test('every document of the demo company can be read', async () => {
  const stored = await Promise.all(ids.map((id) => findDocument(id)));
  expect(stored.map((document) => document?.status)).toEqual(ids.map(() => 'ready'));
});

test.each([
  ['How many days do I have to return a product?', 'Returns and refunds', '30 days'],
  ['How much does express delivery cost?', 'Shipping and delivery', '12.90'],
  ['When are invoices due?', 'Invoices and payment', '30 days'],
  ['How long is the warranty on keyboards?', 'Warranty and repairs', '24 months'],
  ['When is the shop open on Saturday?', 'Appointments and opening hours', '17:00'],
  ['退货期限是多少天？', '退货与退款', '30 天'],
  ['耳机的保修期有多久？', '顾客指南', '12 个月'],
])('a guest who asks «%s» is shown «%s»', async (query, document, fact) => {
  const { hits, isAnswered } = await search({ query, principal: guest });
  expect(isAnswered).toBe(true);
  expect(hits.slice(0, 3).map((hit) => hit.document)).toContain(document);
  expect(hits.map(({ text }) => text).join('\n')).toContain(fact);
});

test('the staff handbook is for staff only', async () => {
  const query = 'How much goodwill may a member of the service team grant?';
  const shown = await search({ query, principal: staffOf() });
  expect(shown.hits[0]?.document).toBe('Handbook for the service team');
  const { hits } = await search({ query, principal: guest });
  expect(hits.map(({ document }) => document)).not.toContain('Handbook for the service team');
});
