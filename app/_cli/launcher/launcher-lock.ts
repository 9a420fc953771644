import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { StartProblem } from './start-problem';

/** How long a predecessor that is just stopping is waited for, in milliseconds. */
const patienceMs = 5000;

const runningDeskSchema = z.object({ address: z.string(), port: z.number() });

/** Where the desk of a data directory listens. */
export type RunningDesk = z.infer<typeof runningDeskSchema>;

/**
 * Makes this launcher the only one of its data directory until the process ends. The lock is a
 * socket that it listens on, and tells there where its desk is: the system takes it away with
 * the process, however that ends.
 * @throws StartProblem when another launcher keeps running.
 */
export async function takeLauncherLock(dataDir: string, desk: RunningDesk): Promise<void> {
  const socket = socketPath(dataDir);
  const deadline = Date.now() + patienceMs;
  while (!(await tryListen(socket, JSON.stringify(desk)))) {
    const other = await findRunningDesk(dataDir);
    if (!other) await rm(socket, { force: true });
    else if (Date.now() > deadline) {
      throw new StartProblem(
        `Frontdesk already runs on this data directory, at ${other.address}. Use that one, stop it first, or give this one its own: FRONTDESK_DATA_DIR=<folder> PORT=<port> npm start`,
      );
    } else await setTimeout(100);
  }
}

/** The desk that runs on this data directory, when one does. */
export async function findRunningDesk(dataDir: string): Promise<RunningDesk | undefined> {
  const answer = await ask(socketPath(dataDir));
  return answer === undefined ? undefined : runningDeskSchema.parse(JSON.parse(answer));
}

/** A short name for it, as socket paths are limited to about 100 bytes. */
function socketPath(dataDir: string): string {
  const hash = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\frontdesk-${hash}`;
  return path.join(os.tmpdir(), `frontdesk-${hash}.sock`);
}

function tryListen(socket: string, answer: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((client) => client.end(answer));
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(socket, () => resolve(server));
  });
}

/** What the lock's holder answers; undefined when nobody holds it any more. */
function ask(socket: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const client = connect(socket);
    client.setEncoding('utf8');
    client.on('data', (text: string) => {
      answer += text;
    });
    client.once('end', () => resolve(answer));
    client.once('error', () => resolve(undefined));
  });
}
