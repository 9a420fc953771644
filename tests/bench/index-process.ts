/**
 * The process whose index `measureIndex` measures, with `DATABASE_URL` in its environment: opens
 * the index as the web process does and prints its figures as JSON.
 */
import { setTimeout } from 'node:timers/promises';
import { EmbeddedStore } from '@/knowledge/store/embedded';
import { markChunksChanged } from '@/knowledge/store/index-changes';
import type { StoreQuery } from '@/knowledge/store/store';
import { db, sqlClient } from '@/lib/db/client';
import { benchEmbeddings, dimension, drawTerm, drawVector, makeRandom } from './index-rows';
import { LoopStalls } from './loop-stalls';
import { percentile } from './percentile';

const queries = 200;
const termsOfQuery = 8;
const random = makeRandom(7);
const { rss: before } = process.memoryUsage();

function drawQuery(isHybrid: boolean): StoreQuery {
  const indices = [...new Set(Array.from({ length: termsOfQuery }, () => drawTerm(random)))];
  return {
    sparse: { indices, values: indices.map(() => 1) },
    dense: isHybrid ? [...drawVector(random)] : null,
    visibilities: ['public'],
    limit: 50,
  };
}

async function timeMany(count: number, work: () => unknown) {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return { p50ms: percentile(times, 50, 1), p95ms: percentile(times, 95, 1) };
}

/** Changes one document's place in the feed, as an edit does, and searches. */
async function searchAfterChange(store: EmbeddedStore): Promise<void> {
  await db().transaction((tx) => markChunksChanged(tx, 'd0'));
  await store.search(drawQuery(true));
}

/** What the machine can do: the products of one question with as many vectors, and nothing else. */
function bareScan(chunks: number): () => void {
  const rows = new Float32Array(chunks * dimension).fill(0.01);
  const vector = drawVector(random);
  return () => {
    let best = 0;
    for (let at = 0; at < rows.length; at += dimension) {
      let sum = 0;
      for (let i = 0; i < dimension; i += 1) sum += (vector[i] ?? 0) * (rows[at + i] ?? 0);
      if (sum > best) best = sum;
    }
  };
}

async function main() {
  const store = new EmbeddedStore(benchEmbeddings);
  await sqlClient()`select 1`;
  const watch = new LoopStalls();
  await setTimeout(1000);
  const { longestMs: idleMs } = watch.take();
  const startedAt = performance.now();
  await store.search(drawQuery(true));
  const loadMs = Math.round(performance.now() - startedAt);
  const loaded = process.memoryUsage().rss;
  const chunks = await store.count();
  await timeMany(20, () => store.search(drawQuery(true)));
  const hybrid = await timeMany(queries, () => store.search(drawQuery(true)));
  const lexical = await timeMany(queries, () => store.search(drawQuery(false)));
  const afterChange = await timeMany(20, () => searchAfterChange(store));
  const stalls = { ...watch.take(), idleMs };
  watch.stop();
  const peak = process.resourceUsage().maxRSS * 1024;
  const memory = { beforeMb: mb(before), loadedMb: mb(loaded), peakMb: mb(peak) };
  const roundTrip = await timeMany(queries, () => sqlClient()`select 1`);
  const bare = await timeMany(20, bareScan(chunks));
  const figures = { chunks, loadMs, memory, hybrid, lexical, afterChange, stalls };
  process.stdout.write(JSON.stringify({ ...figures, bare, roundTrip }));
  process.exit(0);
}

const mb = (bytes: number) => Math.round(bytes / 1e6);

await main();
