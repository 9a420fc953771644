import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { liveIndex } from '@/knowledge/store/search-indexes';
import { db } from '@/lib/db/client';
import { isWorkerPresent } from '@/lib/db/worker-presence';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const limitMs = 2000;

export const partNames = ['database', 'worker', 'index', 'files'] as const;
export type PartName = (typeof partNames)[number];
export type PartState = 'ok' | 'failed' | 'slow';

const checks: Record<PartName, () => Promise<void>> = {
  database: async () => {
    await db().execute(sql`select 1`);
  },
  worker: async () => {
    if (!(await isWorkerPresent())) throw new Error('no worker holds its lock');
  },
  index: async () => {
    await (await liveIndex()).store.count();
  },
  files: async () => {
    await mkdir(env().FRONTDESK_DATA_DIR, { recursive: true });
    await access(env().FRONTDESK_DATA_DIR, constants.W_OK);
  },
};

/** The state of each part of the desk: `ok`, `failed`, or `slow` when it takes over 2 seconds. */
export async function checkParts(): Promise<Record<PartName, PartState>> {
  const states: Record<PartName, PartState> = {
    database: 'failed',
    worker: 'failed',
    index: 'failed',
    files: 'failed',
  };
  await Promise.all(
    partNames.map(async (name) => {
      states[name] = await checkPart(name);
    }),
  );
  return states;
}

async function checkPart(name: PartName): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), limitMs);
  });
  try {
    return await Promise.race([checks[name]().then(() => 'ok' as const), late]);
  } catch (error) {
    log().debug({ event: 'part-failed', part: name, err: error }, 'a part does not serve');
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
