import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { findDocument } from '@/lib/db/knowledge/documents';
import { closeQueue } from '@/lib/queue';
import { admin, guest, staffOf } from '@/tests/support/principals';
import { ingestVersion } from '../ingest/ingest-version';
import { search } from '../search';
import { addChunk } from './add-chunk';
import { changeChunk, discardEdit, undoChunkEdit } from './change-chunk';
import { listChunkViews } from './list-chunk-views';
import { uploadDocument } from './upload-document';

async function ingest(content: string, filename: string, replaces?: string) {
  const stream = Readable.from([Buffer.from(content)]);
  const uploaded = await uploadDocument({
    principal: admin,
    stream,
    filename,
    visibility: 'public',
    replaces,
  });
  await ingestVersion(uploaded.versionId);
  return uploaded.id;
}

const passagesOf = async (id: string) => listChunkViews(admin, id, { limit: 50 });
const found = async (query: string) =>
  (await search({ query, principal: guest })).hits.map(({ text }) => text);

afterAll(closeQueue);

test('corrected words are found at once, and stay when the document is read anew', async () => {
  const id = await ingest(
    '# Ferry\n\nThe ferry leaves at noon.\n\n# Bus\n\nBuses are free.',
    'f.md',
  );
  const [ferry] = (await passagesOf(id)).chunks;
  const changed = await changeChunk(admin, id, ferry?.id ?? '', {
    text: 'The ferry leaves at one o’clock.',
  });
  expect(changed).toMatchObject({ id: ferry?.id, edit: { kind: 'changed' } });
  expect((await found('When does the ferry leave?'))[0]).toBe('The ferry leaves at one o’clock.');

  await ingest('# Ferry\n\nThe ferry leaves at noon.\n\n# Bus\n\nBuses cost 2 euros.', 'f.md', id);
  const [again] = (await passagesOf(id)).chunks;
  expect(again).toMatchObject({
    id: ferry?.id,
    text: 'The ferry leaves at one o’clock.',
    edit: { kind: 'changed', originalText: 'Ferry\n\nThe ferry leaves at noon.' },
  });
});

test('a passage that is switched off is not found until it is switched on again', async () => {
  const id = await ingest('The vault code is kept by the manager.', 'vault.txt');
  const [vault] = (await passagesOf(id)).chunks;
  await changeChunk(admin, id, vault?.id ?? '', { isDisabled: true });
  expect(await found('Who keeps the vault code?')).not.toContain(vault?.text);
  expect((await findDocument(id))?.live?.chunkCount).toBe(0);
  expect((await passagesOf(id)).chunks[0]).toMatchObject({ isDisabled: true });
  const back = await changeChunk(admin, id, vault?.id ?? '', { isDisabled: false });
  expect(back.edit).toBeNull();
  expect((await found('Who keeps the vault code?'))[0]).toBe(vault?.text);
});

test('an added passage is found, kept over a new version, and goes when it is undone', async () => {
  const id = await ingest('The library lends maps.', 'library.txt');
  const added = await addChunk(admin, id, { text: 'Globes are lent, too.', page: null });
  expect(added.edit?.kind).toBe('added');
  expect((await found('Are globes lent?'))[0]).toBe('Globes are lent, too.');
  await ingest('The library lends maps and books.', 'library.txt', id);
  expect((await passagesOf(id)).chunks.map(({ text }) => text)).toEqual([
    'The library lends maps and books.',
    'Globes are lent, too.',
  ]);
  await undoChunkEdit(admin, id, added.id);
  expect(await found('Are globes lent?')).not.toContain('Globes are lent, too.');
});

test('undoing gives the words back as they were read', async () => {
  const id = await ingest('The lift holds eight people.', 'lift.txt');
  const [lift] = (await passagesOf(id)).chunks;
  await changeChunk(admin, id, lift?.id ?? '', { text: 'The lift holds nine people.' });
  await undoChunkEdit(admin, id, lift?.id ?? '');
  expect((await passagesOf(id)).chunks[0]).toMatchObject({ text: lift?.text, edit: null });
});

test('a change whose passage is gone is shown as such, and can be discarded', async () => {
  const id = await ingest('The fountain runs in summer.', 'fountain.txt');
  const [fountain] = (await passagesOf(id)).chunks;
  await changeChunk(admin, id, fountain?.id ?? '', { text: 'The fountain runs in June.' });
  await ingest('The fountain was removed.', 'fountain.txt', id);
  const { unplaced } = await passagesOf(id);
  expect(unplaced).toMatchObject([{ text: 'The fountain runs in June.' }]);
  await discardEdit(admin, id, unplaced[0]?.id ?? '');
  expect((await passagesOf(id)).unplaced).toEqual([]);
});

test('an edit that comes while a new version is read is part of it', async () => {
  const id = await ingest('Dogs wait outside.', 'dogs.txt');
  const [dogs] = (await passagesOf(id)).chunks;
  const stream = Readable.from([Buffer.from('Dogs wait outside.\n\nCats may come in.')]);
  const next = { principal: admin, stream, filename: 'dogs.txt', visibility: 'public' as const };
  const { versionId } = await uploadDocument({ ...next, replaces: id });
  const [, changed] = await Promise.allSettled([
    ingestVersion(versionId),
    addChunk(admin, id, { text: 'Parrots are welcome.', page: null }),
  ]);
  const texts = (await passagesOf(id)).chunks.map(({ text }) => text);
  const isKept = texts.includes('Parrots are welcome.');
  // Either the edit was made, and then it is there; or the version was faster, and it was refused.
  expect(isKept).toBe(changed.status === 'fulfilled');
  expect(texts.join(' ')).toContain('Cats may come in.');
  expect(dogs).toBeDefined();
});

test('only those who manage documents edit them, and nobody a document that is not theirs', async () => {
  const id = await ingest('The garden closes at dusk.', 'garden.txt');
  const [garden] = (await passagesOf(id)).chunks;
  const viewer = { ...staffOf(), roles: ['viewer' as const] };
  const change = { text: 'Open all night.' };
  await expect(changeChunk(viewer, id, garden?.id ?? '', change)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(changeChunk(admin, id, 'no-such-chunk', change)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(changeChunk(admin, 'no-such-document', 'x', change)).rejects.toMatchObject({
    code: 'not_found',
  });
});
