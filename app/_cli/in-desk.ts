import { setTimeout } from 'node:timers/promises';
import { closeDatabase } from '@/lib/db/client';
import { releaseProcessKey } from '@/lib/db/process-key';
import { closeQueue } from '@/lib/queue';
import { checkDataDir } from './launcher/check-data-dir';
import { findRunningDesk } from './launcher/launcher-lock';
import { type OpenDatabase, openDatabase } from './launcher/open-database';
import { readEnvironment, writeEnvironment } from './launcher/prepare-environment';
import { seedDemo } from './launcher/seed-demo';
import { withDemoApi } from './with-demo-api';

/** How a command meets the desk. */
export interface Meeting {
  /** Whether the demo company is made first, where there is to be one; yes when absent. */
  isSeeded?: boolean;
}

/**
 * Runs a command on the desk's database: that of `DATABASE_URL`, or the embedded one, which is
 * started for the command when no desk runs, and stopped after it.
 */
export async function inDesk<T>(
  work: () => Promise<T>,
  { isSeeded = true }: Meeting = {},
): Promise<T> {
  const env = await readEnvironment();
  const dataDir = env.FRONTDESK_DATA_DIR;
  await checkDataDir(dataDir);
  // Links must lead, and calls must go, to where the running desk listens.
  const desk = await findRunningDesk(dataDir);
  if (desk) {
    process.env.FRONTDESK_URL ??= desk.address;
    process.env.PORT = String(desk.port);
  }
  process.env.PGAPPNAME = `frontdesk-${process.pid}`;
  const database = await openDatabase(env.DATABASE_URL, dataDir);
  const isDemo = env.FRONTDESK_DEMO ?? database.isEmbedded;
  writeEnvironment({ databaseUrl: database.url, isDemo });
  try {
    if (isDemo && isSeeded) await seedDemo();
    return await (isDemo && isSeeded && !desk ? withDemoApi(work) : work());
  } finally {
    await releaseProcessKey();
    await closeQueue();
    await closeDatabase();
    if (database.isEmbedded) await stopUnlessUsed(database, dataDir);
  }
}

/** The last one out stops the server: a desk or another command may have adopted it meanwhile. */
async function stopUnlessUsed(database: OpenDatabase, dataDir: string): Promise<void> {
  if (await findRunningDesk(dataDir)) return;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    // Connections that were just closed are listed for a moment longer.
    if (!(await database.isShared())) return database.close();
    await setTimeout(50);
  }
}
