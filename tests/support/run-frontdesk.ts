import { spawn } from 'node:child_process';
import { typescript } from '@/lib/runtime/typescript';

/** What came of a command. */
interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command as a script would, on the database of this test file. */
export function runFrontdesk(...args: string[]): Promise<Outcome> {
  return runFrontdeskIn(process.env, ...args);
}

/** The same in another environment. */
export function runFrontdeskIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const command = [...typescript, 'app/_cli/frontdesk.ts', ...args];
    const child = spawn(process.execPath, command, { env });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
