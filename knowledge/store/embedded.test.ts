import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sqlClient } from '@/lib/db/client';
import { typescript } from '@/lib/runtime/typescript';
import { addBenchChunks, benchEmbeddings, drawVector, makeRandom } from '@/tests/bench/index-rows';
import { waitFor } from '@/tests/support/wait-for';
import { EmbeddedStore } from './embedded';
import type { StoreQuery } from './store';

const chunks = 4_000;
const query: StoreQuery = {
  sparse: { indices: [], values: [] },
  dense: [...drawVector(makeRandom(1))],
  visibilities: ['public', 'staff', 'team:finance'],
  limit: 20,
};

/** The threads that were started, the last one last. */
const threads: Worker[] = [];
const noteThread = (thread: Worker) => threads.push(thread);
let store: EmbeddedStore;

beforeAll(async () => {
  process.on('worker', noteThread);
  await addBenchChunks(process.env.DATABASE_URL ?? '', chunks);
});
beforeEach(async () => {
  await store?.close();
  threads.length = 0;
  store = new EmbeddedStore(benchEmbeddings);
});
afterAll(async () => {
  process.off('worker', noteThread);
  await store.close();
});

test('loading and searching take other time than that of the thread that answers people', async () => {
  const [own, all] = [process.threadCpuUsage(), process.cpuUsage()];
  await store.warmUp();
  for (let n = 0; n < 20; n += 1) await store.search(query);
  const { user: ownTime } = process.threadCpuUsage(own);
  const { user: allTime } = process.cpuUsage(all);
  expect(ownTime).toBeLessThan(allTime / 2);
});

test('the event loop turns while an index is loaded and searched', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await store.warmUp();
  const whileLoading = turns;
  await Promise.all(Array.from({ length: 50 }, () => store.search(query)));
  clearInterval(timer);
  expect(whileLoading).toBeGreaterThan(5);
  expect(turns).toBeGreaterThan(whileLoading);
});

test('a thread that dies fails the searches it was at, and is started again by the next', async () => {
  expect((await store.search(query)).statistics.chunks).toBe(chunks);
  const inFlight = Array.from({ length: 20 }, () => store.search(query));
  const outcomes = Promise.allSettled(inFlight);
  await threads.at(-1)?.terminate();
  const failed = (await outcomes).filter(({ status }) => status === 'rejected');
  for (const outcome of failed) {
    expect(outcome).toMatchObject({ reason: { code: 'unavailable', values: { part: 'index' } } });
  }
  expect(failed.length).toBeGreaterThan(0);
  expect((await store.search(query)).statistics.chunks).toBe(chunks);
  expect(threads).toHaveLength(2);
});

test('a connection that breaks while an index is loaded is told, and the next search loads it', async () => {
  const sql = sqlClient();
  await sql.begin(async (tx) => {
    // Loading has to wait for this, so that it can be met in the middle.
    await tx`lock table chunks in access exclusive mode`;
    const search = expect(store.search(query)).rejects.toMatchObject({ code: 'unavailable' });
    await waitFor('the loading to wait', async () => {
      const ended = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like 'copy%'`;
      return ended.length > 0;
    });
    await search;
  });
  expect((await store.search(query)).statistics.chunks).toBe(chunks);
});

test('an index that is closed ends its thread, and still answers who comes late', async () => {
  const started = once(process, 'worker');
  const searching = store.search(query);
  const ended = started.then(([thread]) => once(thread, 'exit'));
  await started;
  await store.close();
  expect((await searching).candidates).toHaveLength(20);
  await ended;
  const endedAgain = once(process, 'worker').then(([thread]) => once(thread, 'exit'));
  expect((await store.search(query)).candidates).toHaveLength(20);
  await endedAgain;
});

test('a process ends though its index is open', async () => {
  const program = `
    const { EmbeddedStore } = await import('./knowledge/store/embedded.ts');
    const { closeDatabase } = await import('./lib/db/client.ts');
    const { statistics } = await new EmbeddedStore('none').search(${JSON.stringify(query)});
    await closeDatabase();
    process.stdout.write(String(statistics.chunks));`;
  const args = [...typescript, '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 150_000 });
  expect(stdout).toBe(String(chunks));
});
