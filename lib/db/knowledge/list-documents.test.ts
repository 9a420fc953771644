import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { staffOf } from '@/tests/support/principals';
import { db } from '../client';
import { pageCursorSchema } from '../page-cursor';
import { createVersion, updateVersion } from './document-versions';
import { createDocument } from './documents';
import { countDocuments, listDocuments } from './list-documents';

interface Spec {
  visibility: string;
  title?: string;
  filename?: string;
  status?: 'queued' | 'ready' | 'failed';
}

/** Stores documents in one transaction, so that the clock tells none of them apart. */
async function storeAtOnce(specs: Spec[]): Promise<string[]> {
  const ids = specs.map(newId);
  await db().transaction(async (tx) => {
    for (const [
      index,
      { visibility, title = 'Rules', filename = 'rules.txt', status },
    ] of specs.entries()) {
      const documentId = ids[index] ?? '';
      await createDocument(tx, { id: documentId, title, visibility });
      await createVersion(tx, {
        id: documentId,
        documentId,
        filename,
        bytes: 1,
        sha256: documentId,
      });
      await updateVersion(tx, documentId, { status: status ?? 'ready' });
    }
  });
  return ids;
}

const times = (count: number, spec: Spec) => Array.from({ length: count }, () => spec);

test('someone who pages through the documents meets each they may read once, and no other', async () => {
  const readable = await storeAtOnce([
    ...times(4, { visibility: 'public' }),
    ...times(3, { visibility: 'team:finance' }),
  ]);
  await storeAtOnce(times(2, { visibility: 'team:support' }));
  const reader = staffOf('finance');
  let page = await listDocuments(reader, { limit: 3 });
  const read = page.rows;
  while (page.next) {
    const cursor = pageCursorSchema.parse(page.next);
    page = await listDocuments(reader, { limit: 3, cursor });
    read.push(...page.rows);
  }
  expect(read.map(({ id }) => id).sort()).toEqual(readable.sort());
  expect((await listDocuments(reader)).next).toBeNull();
});

test('a list shows what its filter asks for, by words, state and readers', async () => {
  const reader = staffOf('billing');
  const visibility = 'team:billing' as const;
  const [plan, failed, queued] = await storeAtOnce([
    { visibility, title: 'Budget plan 100%', filename: 'plan_2026.xlsx' },
    { visibility, title: 'Budget draft', status: 'failed' },
    { visibility, title: '预算说明', status: 'queued' },
  ]);
  const find = async (filter: Parameters<typeof listDocuments>[1]) =>
    (await listDocuments(reader, filter)).rows.map(({ id }) => id);
  expect(await find({ filter: { q: 'PLAN budget' } })).toEqual([plan]);
  expect(await find({ filter: { q: 'plan_2026' } })).toEqual([plan]);
  expect(await find({ filter: { q: '100%' } })).toEqual([plan]);
  expect(await find({ filter: { q: '预算' } })).toEqual([queued]);
  expect(await find({ filter: { status: 'failed', visibility } })).toEqual([failed]);
  expect(await find({ filter: { status: 'unfinished', visibility } })).toEqual([queued]);
  expect(await find({ filter: { source: 'none-such' } })).toEqual([]);
  const counts = await countDocuments(reader);
  expect(counts).toMatchObject({ failed: 1, unfinished: 1 });
  expect(counts.all).toBe(counts.ready + 2);
});
