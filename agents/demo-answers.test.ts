import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDocuments } from '@/drizzle/seed/documents';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { newId } from '@/lib/ids';
import { closeQueue } from '@/lib/queue';
import { guest } from '@/tests/support/principals';
import { startTurn } from './run-turn';

beforeAll(async () => {
  for (const { file, title, visibility } of seedDocuments) {
    const source = path.resolve('drizzle/seed/documents', file);
    const upload = { principal: null, path: source, filename: file, title, visibility };
    await ingestVersion((await uploadDocument(upload)).versionId);
  }
});
afterAll(closeQueue);

test.each([
  ['How long do I have to return something?', '30 days'],
  ['When must I send the parcel after I get a return number?', '14 days'],
  ['How long does a refund to a card take?', '5 to 7 working days'],
  ['What does express delivery cost?', 'SGD 12.90'],
  ['How long is the warranty on keyboards?', '24 months'],
  ['When are you open on Saturdays?', '11:00 to 17:00'],
  ['When are invoices due?', '30 days'],
  ['How soon must I report a damaged product?', '7 days'],
  ['退货需要在多少天内提出？', '30 天'],
  ['耳机的保修期有多久？', '12 个月'],
])('a guest of the demo company who asks «%s» reads first of %s', async (text, fact) => {
  const message = { id: newId(), text };
  const turn = await startTurn({ principal: guest, conversationId: randomUUID(), message });
  const { answer } = await turn.result;
  expect(answer).toContain(fact);
});
