import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StartProblem } from './start-problem';

/** How long a predecessor that is just stopping is waited for, in milliseconds. */
const patienceMs = 5000;

/**
 * Makes this launcher the only one of its data directory until the process ends. The lock is a
 * socket that it listens on: the system takes it away with the process, however that ends.
 * @throws StartProblem when another launcher keeps running.
 */
export async function takeLauncherLock(dataDir: string, address: string): Promise<void> {
  const socket = socketPath(dataDir);
  const deadline = Date.now() + patienceMs;
  while (!(await tryListen(socket, address))) {
    const other = await askAddress(socket);
    if (other === undefined) await rm(socket, { force: true });
    else if (Date.now() > deadline) {
      throw new StartProblem(
        `Frontdesk already runs on this data directory, at ${other}. Use that one, stop it first, or give this one its own: FRONTDESK_DATA_DIR=<folder> PORT=<port> npm start`,
      );
    } else await setTimeout(100);
  }
}

/** A short name for it, as socket paths are limited to about 100 bytes. */
function socketPath(dataDir: string): string {
  const hash = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\frontdesk-${hash}`;
  return path.join(os.tmpdir(), `frontdesk-${hash}.sock`);
}

function tryListen(socket: string, address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((client) => client.end(address));
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(socket, () => resolve(server));
  });
}

/** What the lock's holder answers; undefined when nobody holds it any more. */
function askAddress(socket: string): Promise<string | undefined> {
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
