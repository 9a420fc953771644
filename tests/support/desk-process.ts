import { spawn } from 'node:child_process';
import path from 'node:path';

const preload = path.resolve('app/_cli/launcher/exit-with-launcher.mjs');

/** One of a test desk's processes. */
export interface DeskProcess {
  /** Everything it has printed. */
  output: () => string;
  hasEnded: () => boolean;
  /** Sends the signal to the whole process group and waits for the end. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** Starts a Node process the way the launcher does: in a group of its own, ending with us. */
export function startDeskProcess(args: string[], env: NodeJS.ProcessEnv): DeskProcess {
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let output = '';
  const remember = (data: Buffer) => {
    output += data;
  };
  child.stdout?.on('data', remember);
  child.stderr?.on('data', remember);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    output: () => output,
    hasEnded,
    end: async (signal) => {
      if (hasEnded() || child.pid === undefined) return;
      process.kill(-child.pid, signal);
      // A browser that holds a stream open can keep the web server from closing.
      const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 3000);
      await gone;
      clearTimeout(timer);
    },
  };
}
