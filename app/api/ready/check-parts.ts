import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { liveIndex } from '@/knowledge/store/search-indexes';
import { db } from '@/lib/db/client';
import { isWorkerPresent } from '@/lib/db/worker-presence';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';

const limitMs = 2000;

export const partNames = ['database', 'worker', 'index', 'files'] as const;
export type PartName = (typeof partNames)[number];
export type PartState = 'ok' | 'failed' | 'slow';

/** How the parts are. */
export interface PartStates {
  states: Record<PartName, PartState>;
  /** Why a part fails, where it tells: the code of its fault, or what that names as the reason. */
  reasons: Partial<Record<PartName, string>>;
}

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
export async function checkParts(): Promise<PartStates> {
  const states: PartStates['states'] = {
    database: 'failed',
    worker: 'failed',
    index: 'failed',
    files: 'failed',
  };
  const reasons: PartStates['reasons'] = {};
  await Promise.all(
    partNames.map(async (name) => {
      const { state, reason } = await checkPart(name);
      states[name] = state;
      if (reason !== undefined) reasons[name] = reason;
    }),
  );
  return { states, reasons };
}

async function checkPart(name: PartName): Promise<{ state: PartState; reason?: string }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), limitMs);
  });
  try {
    return { state: await Promise.race([checks[name]().then(() => 'ok' as const), late]) };
  } catch (error) {
    log().debug({ event: 'part-failed', part: name, err: error }, 'a part does not serve');
    return { state: 'failed', reason: reasonOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string | undefined {
  if (!AppError.is(error)) return undefined;
  const { reason } = error.values;
  return typeof reason === 'string' ? reason : error.code;
}
