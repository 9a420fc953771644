import path from 'node:path';
import { bundled, typescript } from '@/lib/runtime/typescript';
import { nextProgram } from './build';
import { openChildLog } from './child-log';
import { type Child, keepRunning } from './child-process';
import { warn } from './terminal';

/** The processes of a running desk. */
export interface Desk {
  children: Child[];
  stop: () => Promise<void>;
}

/**
 * Most of the heap of the web process, in megabytes: well over what 256 turns at once need. On a
 * large machine V8 would collect so late that the process takes a quarter more memory.
 */
const webHeap = '--max-old-space-size=640';

interface DeskOptions {
  port: number;
  dataDir: string;
  isDev: boolean;
}

/**
 * Starts the web server and the worker and keeps both running. Everything they need to know
 * stands in this process's environment, which they inherit.
 */
export function startDesk({ port, dataDir, isDev }: DeskOptions): Desk {
  const environment = {
    ...process.env,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  } as const;
  const run = (name: string, args: string[]) => {
    const log = openChildLog(dataDir, name, (line) => warn(`${name}: ${line}`));
    const where = path.relative(process.cwd(), log.file);
    return keepRunning({
      name,
      args,
      env: environment,
      log,
      onCrash: (code, pauseMs) =>
        warn(
          `${name} ended (${code}) and is started again in ${pauseMs / 1000} s. Its log: ${where}`,
        ),
    });
  };
  const children = [
    run('web', [...bundled, webHeap, nextProgram, isDev ? 'dev' : 'start', '--port', String(port)]),
    run('worker', [...typescript, 'app/_jobs/main.ts']),
  ];
  return {
    children,
    stop: async () => {
      await Promise.all(children.map((child) => child.stop()));
    },
  };
}
