import { randomInt } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, expect, test } from 'vitest';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { db } from '@/lib/db/client';
import { findVersion } from '@/lib/db/knowledge/document-versions';
import { listLogEntries } from '@/lib/db/knowledge/ingestion-log';
import { closeQueue } from '@/lib/queue';
import type { DeskProcess } from '@/tests/support/desk-process';
import { makePdf } from '@/tests/support/make-pdf';
import { makeShelf, type ShelfFile } from '@/tests/support/make-shelf';
import { waitFor } from '@/tests/support/wait-for';
import { startWorkerProcess, untilAtWork } from '@/tests/support/worker-process';

let workers: DeskProcess[] = [];

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  workers = [];
});
afterAll(closeQueue);

async function hire(): Promise<DeskProcess> {
  const worker = startWorkerProcess();
  workers.push(worker);
  await untilAtWork(worker);
  return worker;
}

type Visibility = 'public' | 'staff';

async function hand(files: ShelfFile[], visibility: Visibility): Promise<void> {
  for (const { filename, content } of files) {
    const stream = Readable.from([Buffer.from(content)]);
    await uploadDocument({ principal: null, stream, filename, visibility });
  }
}

interface Outcome extends Record<string, unknown> {
  filename: string;
  status: string;
  chunks: number;
  elements: number;
  told: number;
}

/** What became of each file, counted in the tables themselves. */
async function outcomes(visibility: Visibility): Promise<Outcome[]> {
  const rows = await db().execute<Outcome>(sql`
    select v.filename, v.status, v.chunk_count as told,
      (select count(*)::int from chunks c where c.version_id = v.id) as chunks,
      (select count(*)::int from elements e where e.version_id = v.id) as elements
    from document_versions v join documents d on d.id = v.document_id
    where d.visibility = ${visibility} order by v.filename`);
  return [...rows];
}

async function untilAllEnded(visibility: Visibility, limitMs: number): Promise<Outcome[]> {
  return waitFor(
    'every file is ready or failed',
    async () => {
      const all = await outcomes(visibility);
      return all.every(({ status }) => status === 'ready' || status === 'failed') && all;
    },
    limitMs,
  );
}

test('workers killed at five moments of an ingest of 10 files leave what an undisturbed one leaves', async () => {
  const shelf = makeShelf(10);
  await hand(shelf, 'public');
  const undisturbed = await hire();
  const expected = await untilAllEnded('public', 120_000);
  await undisturbed.end('SIGKILL');
  expect(expected.map(({ status }) => status)).toEqual(shelf.map(() => 'ready'));

  await hand(shelf, 'staff');
  let worker = await hire();
  for (let kill = 0; kill < 5; kill += 1) {
    await setTimeout(randomInt(50, 900));
    await worker.end('SIGKILL');
    worker = await hire();
  }
  expect(await untilAllEnded('staff', 180_000)).toEqual(expected);
}, 400_000);

test('the document of a worker that is killed is taken over by another', async () => {
  const lines = Array.from({ length: 25 }, (_, n) => ({
    text: `Line ${n} of a long handbook about everything at the desk.`,
    y: 740 - n * 15,
  }));
  const content = makePdf(Array.from({ length: 1000 }, () => lines));
  const { versionId } = await uploadDocument({
    principal: null,
    stream: Readable.from([Buffer.from(content)]),
    filename: 'long.pdf',
    visibility: 'staff',
  });
  const first = await hire();
  await waitFor('it is being read', async () => (await findVersion(versionId))?.attempt === 1);
  await hire();
  await first.end('SIGKILL');
  await waitFor('it is taken over', async () => (await findVersion(versionId))?.attempt === 2);
  await waitFor(
    'it is ready',
    async () => (await findVersion(versionId))?.status === 'ready',
    120_000,
  );
  const codes = (await listLogEntries(versionId)).map(({ code }) => code);
  expect(codes).toContain('taken_over');
  expect(codes.filter((code) => code === 'ready')).toHaveLength(1);
}, 300_000);
