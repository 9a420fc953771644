import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, expect, test } from 'vitest';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { db } from '@/lib/db/client';
import { countDocuments, listDocuments } from '@/lib/db/knowledge/list-documents';
import { closeQueue } from '@/lib/queue';
import type { DeskProcess } from '@/tests/support/desk-process';
import { admin } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';
import { startWorkerProcess, untilAtWork } from '@/tests/support/worker-process';

/** `FILES=2000` is an office that moves in; the few of each run wait in the same line. */
const fileCount = Number(process.env.FILES ?? 600);
/** Handed in at a time: as many as a few people with full folders. */
const parallel = 8;
/** Read before the test is content: the rest is more of the same. */
const enough = 150;

let worker: DeskProcess | undefined;

afterEach(async () => worker?.end('SIGKILL'));
afterAll(closeQueue);

async function handIn(number: number): Promise<void> {
  const content = Buffer.from(`Locker ${number} is opened with key ${number}.`);
  await uploadDocument({
    principal: null,
    stream: Readable.from([content]),
    filename: `locker-${number}.txt`,
    visibility: 'staff',
  });
}

test(`${fileCount} files at once are all taken in, wait in line, and are read one after the other`, async () => {
  let next = 0;
  const person = async () => {
    while (next < fileCount) {
      next += 1;
      await handIn(next);
    }
  };
  await Promise.all(Array.from({ length: parallel }, person));
  expect(await countDocuments(admin)).toEqual({
    all: fileCount,
    ready: 0,
    unfinished: fileCount,
    failed: 0,
  });
  const [jobs] = await db().execute<{ n: number }>(
    sql`select count(*)::int as n from pgboss.job where name = 'ingest-version'`,
  );
  expect(jobs?.n).toBe(fileCount);

  worker = startWorkerProcess();
  await untilAtWork(worker);
  await waitFor(
    'the first of them are ready',
    async () => (await countDocuments(admin)).ready >= enough,
    60_000,
  );
  const { rows } = await listDocuments(admin, { filter: { status: 'ready' }, limit: 20 });
  expect(rows.map(({ live }) => live?.chunkCount)).toEqual(rows.map(() => 1));
  const { all, failed } = await countDocuments(admin);
  expect({ all, failed }).toEqual({ all: fileCount, failed: 0 });
}, 240_000);
