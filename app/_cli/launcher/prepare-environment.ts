import path from 'node:path';
import { type Env, forgetEnv, parseEnv } from '@/lib/env';
import { freePort } from '@/lib/net/free-port';

/** What the launcher decides for every process of the desk. */
export interface Decided {
  databaseUrl: string;
  isDemo: boolean;
}

/**
 * Reads the environment, with the data directory as an absolute path and a port chosen where
 * 0 was asked for, and writes both back for the processes that inherit it.
 * @throws EnvError naming every variable at fault.
 */
export async function readEnvironment(): Promise<Env> {
  const env = parseEnv(process.env);
  const port = env.PORT === 0 ? await freePort() : env.PORT;
  const dataDir = path.resolve(env.FRONTDESK_DATA_DIR);
  process.env.PORT = String(port);
  process.env.FRONTDESK_DATA_DIR = dataDir;
  return { ...env, PORT: port, FRONTDESK_DATA_DIR: dataDir };
}

/** Writes the launcher's decisions into the environment; whatever was read of it before is read again. */
export function writeEnvironment({ databaseUrl, isDemo }: Decided): void {
  process.env.DATABASE_URL = databaseUrl;
  process.env.FRONTDESK_DEMO = isDemo ? '1' : '0';
  forgetEnv();
}
