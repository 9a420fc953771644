import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '@/lib/net/free-port';
import { typescript } from '@/lib/runtime/typescript';
import { testBuild } from './test-build';
import { waitFor } from './wait-for';

const startLimitMs = 170_000;

/** `npm start` as its user has it: a folder, a port, and what the terminal shows. */
export interface Launcher {
  url: string;
  dataDir: string;
  /** Everything printed so far. */
  output: () => string;
  /** The exit code; -1 when a signal ended it. */
  ended: Promise<number>;
  /** Waits until the desk has said that it is open. */
  untilOpen: () => Promise<void>;
  kill: (signal: 'SIGINT' | 'SIGKILL') => Promise<number>;
}

type Variables = Record<string, string>;

/** An empty data directory for a test. */
export const newDataDir = () => mkdtemp(path.join(os.tmpdir(), 'frontdesk-launched-'));

/**
 * Runs the real launcher on the build that the tests share, with an embedded database of its own.
 * It ends with the test at the latest.
 */
export async function launch(options: { dataDir: string; port?: number; env?: Variables }) {
  const { dataDir, port = await freePort(), env } = options;
  const { DATABASE_URL: _testDatabase, ...inherited } = process.env;
  const child = spawn(process.execPath, [...typescript, 'app/_cli/start.ts'], {
    env: {
      ...inherited,
      FRONTDESK_DATA_DIR: dataDir,
      FRONTDESK_BUILD_DIR: await testBuild(),
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const launcher = follow(child, `http://localhost:${port}`, dataDir);
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await launcher.kill('SIGINT');
  });
  return launcher;
}

function follow(child: ChildProcess, url: string, dataDir: string): Launcher {
  let output = '';
  const remember = (data: Buffer) => {
    output += data;
  };
  child.stdout?.on('data', remember);
  child.stderr?.on('data', remember);
  const ended = new Promise<number>((resolve) =>
    child.once('close', (code) => resolve(code ?? -1)),
  );
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    url,
    dataDir,
    ended,
    output: () => output,
    untilOpen: async () => {
      const isOpen = () => /Sign-in link|Sign in as/.test(output);
      await waitFor('the desk is open', () => isOpen() || hasEnded(), startLimitMs);
      if (!isOpen()) throw new Error(`The launcher ended.\n${output}`);
    },
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** The link that the launcher prints for one of the demo company's roles. */
export function printedLink({ output }: Launcher, role: string): Promise<string> {
  const line = new RegExp(`^\\s*${role}\\s+(http\\S+)\\n`, 'm');
  return waitFor(`a sign-in link for ${role}`, () => line.exec(output())?.[1]);
}

/**
 * The processes that work on a data directory: those that carry it in their environment or among
 * their arguments. Where the system has no `/proc` none is seen.
 */
export function listProcessesOf(dataDir: string): string[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const args = readProcess(pid, 'cmdline');
      const isOurs = `${args}\n${readProcess(pid, 'environ')}`.includes(dataDir);
      return isOurs ? [`${pid} ${args}`] : [];
    });
}

function readProcess(pid: string, file: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It has ended since it was listed, or is another user's.
    return '';
  }
}
