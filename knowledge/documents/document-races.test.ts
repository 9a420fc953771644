import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { Transaction } from '@/lib/db/client';
import { createVersion, listVersions } from '@/lib/db/knowledge/document-versions';
import { findDocument, updateDocument } from '@/lib/db/knowledge/documents';
import { storedFilePath, storeFile } from '@/lib/files/stored-file';
import { newId } from '@/lib/ids';
import { closeQueue } from '@/lib/queue';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { overtake } from '@/tests/support/overtake';
import { admin, staffOf } from '@/tests/support/principals';
import { changeDocument } from './change-document';
import { deleteDocument } from './delete-document';
import { editDocument, requireEditable } from './edit-document';
import { uploadDocument } from './upload-document';

afterAll(closeQueue);

function upload(content: string, more: { replaces?: string } = {}) {
  const stream = Readable.from([Buffer.from(content)]);
  const given = { principal: staffOf(), stream, filename: 'note.txt' };
  return uploadDocument({ ...given, visibility: 'staff', ...more });
}

test('more new versions at once than there are connections all come in', async () => {
  const { id } = await upload('Version 0');
  const texts = Array.from({ length: 24 }, (_, index) => `Version ${index + 1}`);
  await Promise.all(texts.map((text) => upload(text, { replaces: id })));
  expect(await listVersions(id)).toHaveLength(25);
});

test('whoever may no longer read a document neither publishes nor edits nor replaces it', async () => {
  const narrow = (id: string) => (tx: Transaction) =>
    updateDocument(tx, id, { visibility: 'team:finance' });
  const id = await addIndexedDocument({ visibility: 'staff', texts: ['The safe is green.'] });
  const publish = () => changeDocument(staffOf(), id, { visibility: 'public' });
  await expect(overtake(id, narrow(id), publish)).rejects.toMatchObject({ code: 'not_found' });
  expect(await findDocument(id)).toMatchObject({ visibility: 'team:finance' });

  const edited = await addIndexedDocument({ visibility: 'staff', texts: ['The key is red.'] });
  const editable = await requireEditable(staffOf(), edited);
  const edit = () => editDocument(editable, [], async () => undefined);
  await expect(overtake(edited, narrow(edited), edit)).rejects.toMatchObject({ code: 'conflict' });

  const { id: note } = await upload('The first note.');
  const replace = () => upload('The second note.', { replaces: note });
  await expect(overtake(note, narrow(note), replace)).rejects.toMatchObject({ code: 'not_found' });
  expect(await listVersions(note)).toHaveLength(1);
});

test('the file of a version that came while its document was being deleted goes with it', async () => {
  const { id } = await upload('The tower is tall.');
  const late = await storeFile(newId(), Readable.from([Buffer.from('The tower is taller.')]));
  const come = (tx: Transaction) =>
    createVersion(tx, { ...late, documentId: id, filename: 'note.txt' });
  await overtake(id, come, () => deleteDocument(admin, id));
  expect(existsSync(storedFilePath(late.id))).toBe(false);
});

test('the same content as that of a document which is being deleted makes a new one', async () => {
  const { id } = await upload('The well is deep.');
  const again = await overtake(
    id,
    (tx) => tx.execute(sql`delete from documents where id = ${id}`),
    () => upload('The well is deep.'),
  );
  expect(again.outcome).toBe('created');
  expect(await findDocument(again.id)).not.toBeNull();
});
