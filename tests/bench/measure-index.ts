import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startEmbedded } from '@/lib/db/server/embedded';
import { migrate } from '@/lib/db/server/migrate';
import { typescript } from '@/lib/runtime/typescript';
import { addBenchChunks } from './index-rows';

const run = promisify(execFile);
const sizes = [100, 10_000, 100_000];

const timesSchema = z.object({ p50ms: z.number(), p95ms: z.number() });

const figuresSchema = z.object({
  chunks: z.number(),
  /** The first search: starting the thread, loading all, searching. */
  loadMs: z.number(),
  /** Resident memory of the whole process: before the index is opened, when it is loaded, at most. */
  memory: z.object({ beforeMb: z.number(), loadedMb: z.number(), peakMb: z.number() }),
  hybrid: timesSchema,
  lexical: timesSchema,
  /** A change of a document of a hundred chunks, and the search that sees it. */
  afterChange: timesSchema,
  /**
   * The longest time between two turns of the event loop while all of the above went on; the most
   * that its thread worked in between, which a busy machine does not lengthen; and the longest
   * time when it had nothing to do.
   */
  stalls: z.object({ longestMs: z.number(), ownMs: z.number(), idleMs: z.number() }),
  /** A plain loop over as many vectors, to compare the machine by. */
  bare: timesSchema,
  /** `select 1`. */
  roundTrip: timesSchema,
});
export type IndexFigures = z.infer<typeof figuresSchema>;

/** Measures the embedded index at several sizes, each in a process and a database of its own. */
export async function measureIndex(): Promise<IndexFigures[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-bench-index-'));
  const server = await startEmbedded(dataDir);
  try {
    const figures: IndexFigures[] = [];
    for (const size of sizes) {
      const database = `index_${size}`;
      await server.ensureDatabase(database);
      await migrate(server.url(database));
      await addBenchChunks(server.url(database), size);
      figures.push(await measureOne(server.url(database)));
    }
    return figures;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureOne(databaseUrl: string): Promise<IndexFigures> {
  const command = [...typescript, 'tests/bench/index-process.ts'];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { stdout } = await run(process.execPath, command, { env });
  return figuresSchema.parse(JSON.parse(stdout));
}
