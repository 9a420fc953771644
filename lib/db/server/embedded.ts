import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { freePort } from '@/lib/net/free-port';
import { clusterDirectory, clusterUser, openCluster, passwordFile } from './cluster';
import {
  isAlive,
  readPidFile,
  removeStalePidFile,
  spawnServer,
  stopServer,
  waitUntilReady,
} from './postmaster';

/** A running embedded server. */
export interface EmbeddedServer {
  /** Connection string of a database on it. */
  url: (database: string) => string;
  /** Makes the database when it is not there. */
  ensureDatabase: (database: string) => Promise<void>;
  /** Shuts the server down and waits until it is gone. */
  stop: () => Promise<void>;
  /** Whether other programs than this one are connected; `PGAPPNAME` tells our own connections. */
  isShared: () => Promise<boolean>;
}

/**
 * Starts the embedded PostgreSQL in `<dataDir>/postgres`, or adopts the one that a killed
 * launcher left running there. The cluster is made at first use. The server has a session
 * of its own: it outlives this process and is ended by `stop()` alone.
 * @param settings server settings beside the usual, e.g. `{fsync: 'off'}` for tests.
 * @throws Error saying what to do: the server's last log lines, a cluster of another version.
 */
export async function startEmbedded(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedServer> {
  await mkdir(dataDir, { recursive: true });
  const running = await findEmbedded(dataDir);
  if (running) return running;
  const cluster = await openCluster(dataDir);
  await removeStalePidFile(cluster.directory);
  const port = await freePort();
  const server = await spawnServer(cluster, { port: String(port), ...settings });
  try {
    await waitUntilReady(cluster.directory, server);
  } catch (cause) {
    // Another command may have started it in the meantime.
    const other = await findEmbedded(dataDir);
    if (other) return other;
    throw new Error(`The embedded PostgreSQL did not start:\n${await tail(cluster.logFile)}`, {
      cause,
    });
  }
  return handle(port, cluster.password, () => stopServer(cluster.directory, server));
}

/** The embedded server of this data directory, when one is running. */
export async function findEmbedded(dataDir: string): Promise<EmbeddedServer | undefined> {
  const file = passwordFile(dataDir);
  if (!existsSync(file)) return undefined;
  const password = (await readFile(file, 'utf8')).trim();
  const directory = clusterDirectory(dataDir);
  const running = await readPidFile(directory);
  if (!running || !isAlive(running.pid)) return undefined;
  const found = handle(running.port, password, () => stopServer(directory));
  return (await isAnswering(found.url('postgres'))) ? found : undefined;
}

function handle(port: number, password: string, stop: () => Promise<void>): EmbeddedServer {
  const url = (database: string) =>
    `postgres://${clusterUser}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url,
    ensureDatabase: (database) => ensureDatabase(url('postgres'), database),
    isShared: () => isShared(url('postgres')),
    stop,
  };
}

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
}

async function isShared(adminUrl: string): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1 });
  try {
    const others = await sql`
      select 1 from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()
        and application_name is distinct from ${process.env.PGAPPNAME ?? null}`;
    return others.length > 0;
  } finally {
    await sql.end();
  }
}

async function isAnswering(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    // Another program took the port, or it is shutting down: not ours to use.
    return false;
  } finally {
    await sql.end();
  }
}

async function tail(file: string): Promise<string> {
  if (!existsSync(file)) return '(it wrote no log)';
  return (await readFile(file, 'utf8')).trim().split('\n').slice(-12).join('\n');
}
