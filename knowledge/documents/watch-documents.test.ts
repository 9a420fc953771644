import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { createVersion } from '@/lib/db/knowledge/document-versions';
import { createDocument, deleteDocumentRow, updateDocument } from '@/lib/db/knowledge/documents';
import { newId } from '@/lib/ids';
import { staffOf } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';
import { watchDocuments } from './watch-documents';

async function store(visibility: string): Promise<string> {
  const id = newId();
  await db().transaction(async (tx) => {
    await createDocument(tx, { id, visibility, title: 'Rules' });
    await createVersion(tx, { id, documentId: id, filename: 'rules.txt', bytes: 1, sha256: id });
  });
  return id;
}

test('staff hear of the documents they may read, also that one was taken from them, and of no other', async () => {
  const heard: string[] = [];
  const stop = await watchDocuments(staffOf('finance'), (update) => heard.push(update.documentId));
  const foreign = await store('team:support');
  await db().transaction((tx) => updateDocument(tx, foreign, { title: 'Secret rules' }));
  await db().transaction((tx) => deleteDocumentRow(tx, foreign));
  const own = await store('team:finance');
  await db().transaction((tx) => updateDocument(tx, own, { visibility: 'team:support' }));
  await db().transaction((tx) => updateDocument(tx, own, { title: 'No longer theirs' }));
  const last = await store('public');
  await waitFor('the last document', async () => heard.includes(last));
  stop();
  expect(heard).toEqual([own, own, last]);
});
