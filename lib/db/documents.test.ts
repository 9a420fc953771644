import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { staffOf } from '@/tests/support/principals';
import { db } from './client';
import { createDocument, listDocuments } from './documents';
import { pageCursorSchema } from './page-cursor';

/** Stores documents in one transaction, so that the clock tells none of them apart. */
async function storeAtOnce(visibility: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await db().transaction(async (tx) => {
    for (const id of ids) {
      const about = { title: 'Rules', filename: 'rules.txt', bytes: 1, sha256: id };
      await createDocument(tx, { id, visibility, status: 'ready', ...about });
    }
  });
  return ids;
}

test('someone who pages through the documents meets each they may read once, and no other', async () => {
  const readable = [...(await storeAtOnce('public', 4)), ...(await storeAtOnce('team:finance', 3))];
  await storeAtOnce('team:support', 2);
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
