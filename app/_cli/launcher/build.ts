import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceHash } from './source-hash';
import { StartProblem } from './start-problem';

/** Next's program, run by this Node. */
export const nextProgram = path.resolve('node_modules/next/dist/bin/next');

/**
 * Builds the web application unless the build in `buildDir` is of these very sources.
 * @returns whether a build was needed.
 * @throws StartProblem with the end of the build's output when it fails.
 */
export async function buildIfChanged(buildDir: string): Promise<boolean> {
  const stampFile = path.resolve(buildDir, 'frontdesk-sources');
  const wanted = await sourceHash(process.cwd());
  const found = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (found === wanted) return false;
  // An interrupted or failed build must not look like a whole one.
  await rm(stampFile, { force: true });
  const { code, output } = await runBuild(buildDir);
  if (code !== 0) {
    const tail = output.trim().split('\n').slice(-30).join('\n');
    throw new StartProblem(`The web application could not be built:\n${tail}`);
  }
  await mkdir(buildDir, { recursive: true });
  await writeFile(stampFile, wanted);
  return true;
}

function runBuild(buildDir: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nextProgram, 'build'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        FRONTDESK_BUILD_DIR: buildDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const remember = (data: Buffer) => {
      output += data;
    };
    child.stdout.on('data', remember);
    child.stderr.on('data', remember);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
