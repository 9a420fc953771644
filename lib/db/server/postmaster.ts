import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Cluster } from './cluster';

/** `postmaster.pid`: line 1 is the process id, line 4 the port, line 8 the state. */
export async function readPidFile(directory: string) {
  const file = path.join(directory, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(whenMissing(''));
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid && port ? { pid, port, isReady: lines[7]?.trim() === 'ready' } : undefined;
}

function whenMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}

/** After a crash, in a container above all, the process id in the file may be another program's. */
export async function removeStalePidFile(directory: string): Promise<void> {
  const found = await readPidFile(directory);
  const commandLine = found && `/proc/${found.pid}/cmdline`;
  if (!commandLine || !existsSync(commandLine)) return;
  if ((await readFile(commandLine, 'utf8')).includes('postgres')) return;
  await rm(path.join(directory, 'postmaster.pid'), { force: true });
}

/** A session of its own keeps Ctrl-C away from it; a log file outlives us where a pipe would not. */
export async function spawnServer(
  { directory, logFile, programs, owner }: Cluster,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const log = await open(logFile, 'w', 0o600);
  const stdio = ['ignore', log.fd, log.fd] as const;
  const server = owner.spawn(programs.postgres, ['-D', directory, ...flags], {
    stdio: [...stdio],
    detached: true,
  });
  server.once('spawn', () => server.unref());
  await log.close();
  return server;
}

/** Line 8 of `postmaster.pid` says `ready` once connections are accepted, after recovery if need be. */
export async function waitUntilReady(directory: string, server: ChildProcess): Promise<void> {
  let failure: unknown;
  server.once('error', (error) => {
    failure = error;
  });
  server.once('exit', (code) => {
    failure = new Error(`exit code ${code}`);
  });
  while (!failure) {
    const found = await readPidFile(directory);
    if (found?.pid === server.pid && found?.isReady) return;
    await setTimeout(10);
  }
  throw failure;
}

/** Fast shutdown: open transactions are rolled back, clients disconnected. */
export async function stopServer(directory: string, server?: ChildProcess): Promise<void> {
  const found = await readPidFile(directory);
  if (!found || !isAlive(found.pid)) return;
  process.kill(found.pid, 'SIGINT');
  const isGone = async () =>
    server ? server.exitCode !== null : (await readPidFile(directory))?.pid !== found.pid;
  while (!(await isGone())) await setTimeout(10);
}

/** Whether a process of this id exists, under whatever user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
