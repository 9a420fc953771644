import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const limitMs = 2000;

const checks: Record<string, () => Promise<void>> = {
  database: async () => {
    await db().execute(sql`select 1`);
  },
  files: async () => {
    await mkdir(env().FRONTDESK_DATA_DIR, { recursive: true });
    await access(env().FRONTDESK_DATA_DIR, constants.W_OK);
  },
};

/** The state of each part of the desk: `ok`, or `failed`, or `slow` when it takes over 2 seconds. */
export async function checkParts(): Promise<Record<string, 'ok' | 'failed' | 'slow'>> {
  const states = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await run(name, check)] as const),
  );
  return Object.fromEntries(states);
}

async function run(name: string, check: () => Promise<void>): Promise<'ok' | 'failed' | 'slow'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), limitMs);
  });
  try {
    return await Promise.race([check().then(() => 'ok' as const), late]);
  } catch (error) {
    log().warn({ event: 'part-failed', part: name, err: error }, 'a part does not serve');
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
