import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDocuments } from '@/drizzle/seed/documents';
import { findDocument } from '@/lib/db/knowledge/documents';
import { translate } from '@/lib/i18n/translate';
import { closeQueue } from '@/lib/queue';
import { guest, staffOf } from '@/tests/support/principals';
import { ingestVersion } from '../ingest/ingest-version';
import { search } from '../search';
import { uploadDocument } from './upload-document';

const ids: string[] = [];
const handbooks = { en: 'Handbook for the service team', zh: '服务团队手册' };

beforeAll(async () => {
  for (const { file, title, visibility } of seedDocuments) {
    const source = path.resolve('drizzle/seed/documents', file);
    const upload = { principal: null, path: source, filename: file, title, visibility };
    const { id, versionId } = await uploadDocument(upload);
    await ingestVersion(versionId);
    ids.push(id);
  }
});
afterAll(closeQueue);

test('every document of the demo company can be read', async () => {
  const stored = await Promise.all(ids.map((id) => findDocument(id)));
  expect(stored.map((document) => document?.latest.status)).toEqual(ids.map(() => 'ready'));
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

describe('a guest who asks in words of their own', () => {
  test.each([
    ['Is sending it back free?', 'Returns and refunds'],
    ['Can I swap my item for another one?', 'Returns and refunds'],
    ['What if my item arrives broken?', 'Returns and refunds'],
    ['What happens if I pay late?', 'Invoices and payment'],
    ['Do you accept wire transfers?', 'Invoices and payment'],
    ['Can I get a duplicate of an old bill?', 'Invoices and payment'],
    ['Is postage free for big orders?', 'Shipping and delivery'],
    ['How do I trace my package?', 'Shipping and delivery'],
    ['How long is the guarantee on chargers?', 'Warranty and repairs'],
    ['How much to fix a cracked tablet display?', 'Warranty and repairs'],
    ['What time do you close on Saturdays?', 'Appointments and opening hours'],
    ['What does home setup cost?', 'Appointments and opening hours'],
    ['退货运费谁出？', '退货与退款'],
    ['收到的东西坏了怎么办？', '退货与退款'],
    ['退钱要多久？', '退货与退款'],
    ['把东西寄回去要付邮费吗？', '退货与退款'],
    ['周末开门吗？', '顾客指南'],
    ['送货要几天？', '顾客指南'],
    ['买满多少包邮？', '顾客指南'],
    ['音响的质保是多长时间？', '顾客指南'],
    ['能不能分期？', '顾客指南'],
    ['你们的店在哪里？', '顾客指南'],
  ])('«%s» is answered from «%s»', async (query, document) => {
    const { hits, isAnswered, confidence } = await search({ query, principal: guest });
    expect({ isAnswered, confidence }).toMatchObject({ isAnswered: true });
    expect(hits.slice(0, 3).map((hit) => hit.document)).toContain(document);
  });

  test.each([
    'Who is your CEO?',
    'Do you sell refrigerators?',
    'How many vacation days do employees get?',
    'Can I bring my dog to the office?',
    'Do you offer student discounts?',
    'Who won the world cup?',
    'What is the staff discount?',
    'How much goodwill may staff grant?',
    '今天天气怎么样？',
    '年假有多少天？',
    '怎么做红烧肉？',
    '会员积分怎么兑换？',
    '五险一金的缴纳比例是多少？',
    '员工内部折扣是多少？',
    '你们招人吗？',
    '冰箱多少钱？',
  ])('«%s» is not answered', async (query) => {
    const { isAnswered, confidence } = await search({ query, principal: guest });
    expect({ isAnswered, confidence }).toMatchObject({ isAnswered: false });
  });
});

test.each(['en', 'zh'] as const)(
  'what the chat suggests to staff is answered (%s)',
  async (locale) => {
    for (const key of ['first', 'second', 'third', 'fourth'] as const) {
      const query = translate(locale, `chat.empty.staff.suggestions.${key}`);
      const { hits, isAnswered } = await search({ query, principal: staffOf() });
      expect([query, isAnswered, hits[0]?.document]).toEqual([query, true, handbooks[locale]]);
    }
  },
);

test('the staff handbook is for staff only', async () => {
  const query = 'How much goodwill may a member of the service team grant?';
  const shown = await search({ query, principal: staffOf() });
  expect(shown.hits[0]?.document).toBe('Handbook for the service team');
  const { hits } = await search({ query, principal: guest });
  expect(hits.map(({ document }) => document)).not.toContain('Handbook for the service team');
});
