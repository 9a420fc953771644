import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ingestVersionJob } from '@/app/_jobs/ingest-version';
import { deleteDocument, requireDeletion } from '@/knowledge/documents/delete-document';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { search } from '@/knowledge/search';
import { liveIndex } from '@/knowledge/store/search-indexes';
import { db } from '@/lib/db/client';
import { findVersion } from '@/lib/db/knowledge/document-versions';
import { listLogEntries } from '@/lib/db/knowledge/ingestion-log';
import { storedFilePath, storeFile } from '@/lib/files/stored-file';
import { closeQueue } from '@/lib/queue';
import { type CuttableProxy, startCuttableProxy } from '@/tests/support/cuttable-proxy';
import type { DeskProcess } from '@/tests/support/desk-process';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { makePdf } from '@/tests/support/make-pdf';
import { admin, guest } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';
import { startWorkerProcess, untilAtWork } from '@/tests/support/worker-process';

let qdrant: FakeQdrant;
let proxy: CuttableProxy;
let worker: DeskProcess | undefined;

beforeAll(async () => {
  qdrant = await startFakeQdrant();
  process.env.QDRANT_URL = qdrant.url;
  const url = new URL(process.env.DATABASE_URL ?? '');
  proxy = await startCuttableProxy({ host: url.hostname, port: Number(url.port) });
});
afterEach(async () => {
  await worker?.end('SIGKILL');
  worker = undefined;
});
afterAll(async () => {
  await closeQueue();
  await qdrant.stop();
  await proxy.close();
});

function upload(content: Uint8Array | string, filename: string) {
  const stream = Readable.from([Buffer.from(content)]);
  return uploadDocument({ principal: admin, stream, filename, visibility: 'public' });
}

/** A manual that is read for a second or two. */
function manual(title: string): Uint8Array {
  const lines = Array.from({ length: 40 }, (_, n) => ({
    text: `Step ${n} of the ${title} manual: turn the handle ${n} times.`,
    y: 740 - n * 17,
  }));
  return makePdf(Array.from({ length: 400 }, () => lines));
}

async function rowsOf(versionId: string) {
  const [row] = await db().execute<{ chunks: number; elements: number }>(sql`select
    (select count(*)::int from chunks where version_id = ${versionId}) as chunks,
    (select count(*)::int from elements where version_id = ${versionId}) as elements`);
  return row;
}

const job = (versionId: string, isLastTry: boolean) =>
  ingestVersionJob({ versionId }, { signal: new AbortController().signal, isLastTry });

test('while Qdrant is away nothing is half indexed; it is told, tried again, and then ready', async () => {
  const { versionId, id } = await upload('The tram stops at the gate.', 'tram.txt');
  qdrant.failNext(1000, 503);
  await expect(job(versionId, false)).rejects.toThrow();
  expect((await findVersion(versionId))?.status).toBe('embedding');
  const [entry] = (await listLogEntries(versionId)).filter(({ code }) => code === 'attempt_failed');
  expect(entry).toMatchObject({ level: 'warning', values: { attempt: 1, part: 'Qdrant' } });
  qdrant.failNext(0, 503);
  expect(await (await liveIndex()).store.count(id)).toBe(0);
  await job(versionId, false);
  expect((await search({ query: 'tram', principal: guest })).hits).toHaveLength(1);
});

test('when Qdrant stays away the document ends with a reason, and nothing of it is left', async () => {
  const { versionId, id } = await upload('The lift is being repaired.', 'lift.txt');
  qdrant.failNext(1000, 503);
  await expect(job(versionId, true)).rejects.toThrow();
  qdrant.failNext(0, 503);
  expect(await findVersion(versionId)).toMatchObject({ status: 'failed', errorCode: 'internal' });
  expect(await rowsOf(versionId)).toEqual({ chunks: 0, elements: 0 });
  expect(await (await liveIndex()).store.count(id)).toBe(0);
  expect((await listLogEntries(versionId)).at(-1)).toMatchObject({ code: 'gave_up' });
});

test('a document deleted while Qdrant is away is gone from answers at once, and from Qdrant later', async () => {
  const { versionId, id } = await upload('The canteen serves soup.', 'canteen.txt');
  await ingestVersion(versionId);
  const { store } = await liveIndex();
  const reading = store.count(id);
  expect(await reading).toBe(1);
  // The count that a deletion begins with is still answered.
  qdrant.failNext(1000, 503, { after: 1 });
  expect(await deleteDocument(admin, id)).toMatchObject({ before: { indexed: 1 }, after: null });
  qdrant.failNext(0, 503);
  expect((await search({ query: 'canteen soup', principal: guest })).hits).toEqual([]);
  expect(existsSync(storedFilePath(versionId))).toBe(false);
  worker = startWorkerProcess();
  await untilAtWork(worker);
  await waitFor('Qdrant to forget it', async () => (await store.count(id)) === 0);
  await waitFor('the proof', async () => (await requireDeletion(admin, id)).after !== null);
  expect((await requireDeletion(admin, id)).after).toMatchObject({ indexed: 0, files: 0 });
});

test.each(['parsing', 'embedding'])(
  'PostgreSQL going away while a document is at %s only delays it',
  async (stage) => {
    const through = new URL(process.env.DATABASE_URL ?? '');
    through.hostname = '127.0.0.1';
    through.port = String(proxy.port);
    const { versionId } = await upload(manual(stage), `${stage}.pdf`);
    const start = () => startWorkerProcess({ DATABASE_URL: through.href });
    worker = start();
    await waitFor(
      `it is at ${stage}`,
      async () => (await findVersion(versionId))?.status === stage,
      60_000,
    );
    proxy.cut();
    // It says so and goes on, or the driver ends the process over the lost connection.
    const hasNoticed = () =>
      worker?.hasEnded() === true || /queue-failed/.test(worker?.output() ?? '');
    await waitFor('its worker notices', hasNoticed, 60_000).finally(() => proxy.mend());
    const version = await waitFor(
      'it is ready',
      async () => {
        // As the launcher does.
        if (worker?.hasEnded()) worker = start();
        const now = await findVersion(versionId);
        return now?.status === 'ready' && now;
      },
      120_000,
    );
    expect(await rowsOf(versionId)).toMatchObject({ chunks: version.chunkCount });
    const ready = (await listLogEntries(versionId)).filter(({ code }) => code === 'ready');
    expect(ready).toHaveLength(1);
  },
  260_000,
);

test('a full disk is told as such, and nothing half stored is left', async () => {
  const folder = path.dirname(storedFilePath('x'));
  mkdirSync(folder, { recursive: true });
  // Linux' own full disk: every write to it says that no space is left.
  symlinkSync('/dev/full', path.join(folder, 'full.part'));
  const before = readdirSync(folder).length;
  await expect(storeFile('full', Readable.from(['some words']))).rejects.toMatchObject({
    code: 'disk_full',
    status: 507,
  });
  expect(readdirSync(folder)).toHaveLength(before - 1);
});
