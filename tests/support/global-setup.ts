import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '@/lib/db/server/embedded';
import { migrate } from '@/lib/db/server/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the server's `postgres` database. */
    adminUrl: string;
    /** Connection string with `{database}` for the name. */
    databaseUrl: string;
  }
}

/** The run's data is thrown away, so nothing waits for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts one PostgreSQL for the run, with a migrated template that every worker copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-test-'));
  const server = await startEmbedded(directory, settings);
  await server.ensureDatabase('template_desk');
  await migrate(server.url('template_desk'));
  project.provide('adminUrl', server.url('postgres'));
  project.provide('databaseUrl', server.url('{database}'));
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
