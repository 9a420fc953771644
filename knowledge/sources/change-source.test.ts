import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteDocumentRow } from '@/lib/db/knowledge/documents';
import { listSourceDocuments } from '@/lib/db/knowledge/source-documents';
import { findSource } from '@/lib/db/knowledge/sources';
import { closeQueue } from '@/lib/queue';
import { overtake } from '@/tests/support/overtake';
import { admin, staffOf } from '@/tests/support/principals';
import { changeDocument } from '../documents/change-document';
import { changeSource } from './change-source';
import { createSource } from './create-source';
import { syncSource } from './sync-source';

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'frontdesk-source-')));
  for (const name of ['a', 'b', 'c', 'd']) await writeFile(path.join(folder, `${name}.txt`), name);
});
afterAll(async () => {
  await closeQueue();
  await rm(folder, { recursive: true, force: true });
});

async function publicSource(): Promise<string> {
  const fields = { kind: 'folder', config: { path: folder }, everyMinutes: 60 };
  const { id } = await createSource(null, { ...fields, visibility: 'public' });
  await syncSource(id, { signal: new AbortController().signal });
  return id;
}

async function readersOf(id: string): Promise<Record<string, string>> {
  const found = await listSourceDocuments(id);
  return Object.fromEntries(found.map(({ key, visibility }) => [key, visibility]).sort());
}

test('new readers are those of every document, also when one is deleted in that moment', async () => {
  const id = await publicSource();
  const ids = (await listSourceDocuments(id)).map((document) => document.id).sort();
  const [first = ''] = ids;
  const narrow = () => changeSource(staffOf(), id, { visibility: 'staff' });
  await overtake(first, (tx) => deleteDocumentRow(tx, first), narrow);
  expect(await findSource(id)).toMatchObject({ visibility: 'staff' });
  expect(Object.values(await readersOf(id))).toEqual(['staff', 'staff', 'staff']);
});

test('a document whose readers a person chose keeps them', async () => {
  const id = await publicSource();
  const chosen = (await listSourceDocuments(id)).find(({ key }) => key === 'b.txt');
  await changeDocument(admin, chosen?.id ?? '', { visibility: 'team:finance' });
  await changeSource(staffOf(), id, { visibility: 'staff' });
  expect(await readersOf(id)).toEqual({
    'a.txt': 'staff',
    'b.txt': 'team:finance',
    'c.txt': 'staff',
    'd.txt': 'staff',
  });
});

test('whoever may no longer see a source does not change it', async () => {
  const id = await publicSource();
  await changeSource(admin, id, { visibility: 'team:finance' });
  const publish = changeSource(staffOf(), id, { visibility: 'public' });
  await expect(publish).rejects.toMatchObject({ code: 'not_found' });
  expect(await findSource(id)).toMatchObject({ visibility: 'team:finance' });
});
