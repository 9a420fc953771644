import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { buildIfChanged } from '@/app/_cli/launcher/build';
import { findBrowser } from './support/find-browser';
import { testBuildDir } from './support/test-build-dir';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

interface Count {
  passed: number;
  failed: number;
}

const bin = (name: string) => path.resolve('node_modules/.bin', name);

/**
 * `npm test`: everything that can be wrong with the desk, in the order of how fast it tells.
 * Prints `N passed, N failed` last; a check or a build that fails counts as one.
 */
async function main(): Promise<number> {
  const counts: Count[] = [];
  counts.push(await attempt('browser', async () => `${findBrowser()}\n`));
  // One thread of the compiler needs half the processor time of four, and leaves the other core to
  // lint. The build waits, for it writes types that the compiler reads.
  const types = check('types', 'tsc', ['--noEmit', '--singleThreaded']);
  counts.push(await check('lint', 'biome', ['check', '.']), await types);
  const build = attempt('build', async () => {
    const isBuilt = await buildIfChanged(testBuildDir);
    return isBuilt ? 'built\n' : 'as it was\n';
  });
  counts.push(await runProject('pure'), await build);
  for (const project of ['unit', 'api', 'e2e']) counts.push(await runProject(project));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

function heading(name: string): void {
  process.stdout.write(`\n── ${name}\n`);
}

/** Counts as one; what there is to say is printed at its end, for several run side by side. */
async function attempt(name: string, work: () => Promise<string>): Promise<Count> {
  try {
    const said = await work();
    heading(name);
    process.stdout.write(said || 'ok\n');
    return { passed: 1, failed: 0 };
  } catch (error) {
    heading(name);
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

function check(name: string, program: string, args: string[]): Promise<Count> {
  return attempt(name, async () => {
    const { code, output } = await runQuietly(program, args);
    if (code !== 0) throw new Error(output);
    return output;
  });
}

/** Runs one of vitest's projects. A skipped test counts as failed: what is not run proves nothing. */
async function runProject(project: string): Promise<Count> {
  heading(project);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-report-'));
  const file = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters]);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true });
  if (text === undefined) return { passed: 0, failed: 1 };
  const report = reportSchema.parse(JSON.parse(text));
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  // A file that fails to load, or an error outside of a test, has no failed test of its own.
  const isFailedElsewhere = code !== 0 && failed === 0;
  return { passed: report.numPassedTests, failed: isFailedElsewhere ? 1 : failed };
}

/** Runs a program of the project with its output as ours; resolves to its exit code. */
function run(program: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin(program), ...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program of the project and keeps its output. */
async function runQuietly(program: string, args: string[]) {
  const child = spawn(process.execPath, [bin(program), ...args]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code: code as number | null, output };
}

process.exit(await main());
