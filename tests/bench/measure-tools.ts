import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startEmbedded } from '@/lib/db/server/embedded';
import { migrate } from '@/lib/db/server/migrate';
import { typescript } from '@/lib/runtime/typescript';

const run = promisify(execFile);
const timesSchema = z.object({ p50ms: z.number(), p95ms: z.number() });

const figuresSchema = z.object({
  /** One request to the API and its answer, by nothing but `fetch`. */
  bare: timesSchema,
  /** The same request as an operation of a connection. */
  operation: timesSchema,
  /** The tool of a specialist that calls it. */
  tool: timesSchema,
});
export type ToolFigures = z.infer<typeof figuresSchema>;

/** What a call of a tool costs beside the request that it sends, all three in turn in one process. */
export async function measureTools(): Promise<ToolFigures> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-bench-tools-'));
  const server = await startEmbedded(dataDir);
  const database = 'tools';
  await server.ensureDatabase(database);
  await migrate(server.url(database));
  const env = {
    ...process.env,
    DATABASE_URL: server.url(database),
    FRONTDESK_DATA_DIR: dataDir,
    FRONTDESK_DEMO: '1',
    AUTH_SECRET: 'a-secret-for-the-bench-only-0123456789',
    LOG_LEVEL: 'warn',
  };
  const demo = spawn(process.execPath, [...typescript, 'tests/bench/demo-process.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await new Promise<string>((resolve, reject) => {
      demo.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
      demo.once('exit', () => reject(new Error('the demo company ended before it served')));
    });
    const command = [...typescript, 'tests/bench/tool-process.ts'];
    const { stdout } = await run(process.execPath, command, {
      env: { ...env, DEMO_API_PORT: port },
    });
    return figuresSchema.parse(JSON.parse(stdout));
  } finally {
    demo.kill('SIGKILL');
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
