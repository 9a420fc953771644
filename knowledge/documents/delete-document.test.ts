import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { conversations, messages } from '@/drizzle/schema/conversations';
import { db } from '@/lib/db/client';
import { countCitations } from '@/lib/db/conversations/citations';
import { appendMessage, putTurnMessage } from '@/lib/db/conversations/messages';
import { pagePictureFolder } from '@/lib/files/page-pictures';
import { newId } from '@/lib/ids';
import { closeQueue } from '@/lib/queue';
import { admin, guest, staffOf } from '@/tests/support/principals';
import { ingestVersion } from '../ingest/ingest-version';
import { search } from '../search';
import { liveIndex } from '../store/search-indexes';
import { addChunk } from './add-chunk';
import { cleanUpDocument, deleteDocument, requireDeletion } from './delete-document';
import { listChunkViews } from './list-chunk-views';
import { uploadDocument } from './upload-document';

const secret = 'xylophone-7341';

afterAll(closeQueue);

async function ingest(content: string, replaces?: string) {
  const stream = Readable.from([Buffer.from(content)]);
  const uploaded = await uploadDocument({
    principal: admin,
    stream,
    filename: `${secret}.txt`,
    visibility: 'public',
    replaces,
  });
  await ingestVersion(uploaded.versionId);
  return uploaded;
}

/** Tables, with their schema, in whose rows this text stands. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await db().execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db().execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.raw(name)} t where t::text like ${`%${text}%`}`,
    );
    if ((row?.n ?? 0) > 0) found.push(name);
  }
  return found;
}

async function filesWith(text: string): Promise<string[]> {
  const root = process.env.FRONTDESK_DATA_DIR ?? '';
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const holding = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const content = await readFile(path.join(parentPath, name), 'latin1');
      return content.includes(text) || name.includes(text) ? name : null;
    }),
  );
  return holding.filter((name) => name !== null);
}

async function quoteIn(documentId: string, chunkId: string): Promise<string> {
  const conversationId = newId();
  await db().transaction(async (tx) => {
    await tx.insert(conversations).values({
      id: conversationId,
      participantKind: 'guest',
      participantId: guest.id,
      locale: 'en',
      title: 'A question',
    });
    await appendMessage(tx, {
      conversationId,
      id: 'q',
      role: 'user',
      parts: [{ type: 'text', text: 'What is it?' }],
    });
    const place = { documentId, chunkId, document: secret, page: null, unit: 'page' } as const;
    const item = { n: 1, ...place, quote: secret };
    await putTurnMessage(tx, {
      conversationId,
      id: 'a',
      role: 'assistant',
      turnId: 'turn',
      parts: [
        { type: 'text', text: 'See [1].' },
        { type: 'data-citations', id: 'citations', data: { items: [item] } },
      ],
    });
  });
  return conversationId;
}

test('a deleted document leaves nothing behind in any table, file or index', async () => {
  const first = await ingest(`The ${secret} is in the cellar.`);
  const { versionId } = await ingest(`The ${secret} is in the attic.`, first.id);
  await addChunk(admin, first.id, { text: `Nobody plays the ${secret}.`, page: null });
  const [chunk] = (await listChunkViews(admin, first.id, { limit: 1 })).chunks;
  await quoteIn(first.id, chunk?.id ?? '');
  await mkdir(pagePictureFolder(versionId), { recursive: true });
  await writeFile(path.join(pagePictureFolder(versionId), '1.png'), secret);
  expect(await tablesWith(secret)).not.toEqual([]);
  expect(await filesWith(secret)).not.toEqual([]);

  const { before, after } = await deleteDocument(admin, first.id);

  expect(before).toMatchObject({ versions: 2, files: 2, chunks: 2, indexed: 2, quotes: 1 });
  expect(Object.values(after ?? { none: -1 })).toEqual(Object.values(before).map(() => 0));
  expect(await tablesWith(secret)).toEqual([]);
  expect(await filesWith(secret)).toEqual([]);
  expect(await (await liveIndex()).store.count(first.id)).toBe(0);
  expect((await search({ query: secret, principal: admin })).hits).toEqual([]);
  // What stays is that it was deleted, by its id alone: the proof, the note to other processes'
  // indexes, and the job that makes sure of files and indexes.
  expect((await tablesWith(first.id)).sort()).toEqual(
    expect.arrayContaining(['public.deletions', 'public.index_changes']),
  );
  expect((await tablesWith(versionId)).filter((name) => !name.startsWith('pgboss'))).toEqual([]);
});

test('an answer that is stored after a document was deleted does not quote it', async () => {
  const { id } = await ingest('The oboe is in the garden.');
  await deleteDocument(admin, id);
  const conversationId = await quoteIn(id, 'gone');
  const [stored] = await db()
    .select({ parts: messages.parts })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.role, 'assistant')));
  expect(JSON.stringify(stored?.parts)).toContain('"isDeleted":true');
  expect(JSON.stringify(stored?.parts)).not.toContain(secret);
  expect(await countCitations(id)).toBe(0);
});

test('the proof is there for those who could have read the document, and for nobody else', async () => {
  const stream = Readable.from([Buffer.from('Only for finance.')]);
  const upload = { principal: admin, stream, filename: 'f.txt' };
  const { id } = await uploadDocument({ ...upload, visibility: 'team:finance' });
  await deleteDocument(admin, id);
  expect(await requireDeletion(staffOf('finance'), id)).toMatchObject({ before: { files: 1 } });
  await expect(requireDeletion(staffOf('support'), id)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(requireDeletion(admin, 'never-was')).rejects.toMatchObject({ code: 'not_found' });
});

test('cleaning up twice changes nothing', async () => {
  const { id, versionId } = await ingest('The harp is in the hall.');
  const { after } = await deleteDocument(admin, id);
  await cleanUpDocument(id, [versionId]);
  expect((await requireDeletion(admin, id)).after).toEqual(after);
});
