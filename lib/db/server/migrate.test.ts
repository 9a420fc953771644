import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import { env } from '@/lib/env';
import { migrate, NewerDatabaseError } from './migrate';

test('a database that a newer version has changed is refused, and left as it is', async () => {
  const url = env().DATABASE_URL ?? '';
  await migrate(url);
  const sql = postgres(url, { max: 1 });
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9e12)`;
  await expect(migrate(url)).rejects.toThrow(NewerDatabaseError);
  await sql.end();
});

/** A folder with the first migrations only, as an older version had them. */
async function olderMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-migrations-'));
  await cp('drizzle/migrations', folder, { recursive: true });
  const file = path.join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

test('documents of a desk from before versions stay, under their titles, and are read anew', async () => {
  const name = `older_${Date.now()}`;
  const admin = postgres(inject('adminUrl'), { max: 1 });
  await admin`create database ${admin(name)}`;
  await admin.end();
  const url = inject('databaseUrl').replace('{database}', name);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await applyMigrations(drizzle(sql), { migrationsFolder: await olderMigrations(1) });
  await sql`insert into documents (id, title, filename, bytes, sha256, visibility, status)
    values ('old', 'Rules', 'rules.txt', 5, 'abc', 'staff', 'ready')`;
  await sql`insert into conversations (id, participant_kind, participant_id, locale, title)
    values ('c', 'guest', 'g', 'en', 'A question')`;
  const item = { n: 1, documentId: 'old', chunkId: 'x', document: 'Rules', page: null, quote: 'q' };
  const parts = [{ type: 'data-citations', id: 'citations', data: { items: [item] } }];
  await sql`insert into messages (conversation_id, id, seq, role, parts)
    values ('c', 'm', 1, 'assistant', ${JSON.stringify(parts)})`;

  await migrate(url);

  const [document] = await sql`select * from documents d
    join document_versions v on v.id = d.latest_version_id`;
  expect(document).toMatchObject({
    title: 'Rules',
    is_title_given: true,
    live_version_id: null,
    document_id: 'old',
    // The file is stored under the document's id, which is the first version's, too.
    latest_version_id: 'old',
    number: 1,
    status: 'queued',
    filename: 'rules.txt',
  });
  expect(await sql`select document_id, message_id from citations`).toEqual([
    { document_id: 'old', message_id: 'm' },
  ]);
  await sql.end();
});
