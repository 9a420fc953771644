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
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullable(),
        }),
      ),
    }),
  ),
});

interface Outcome {
  passed: number;
  /** One entry for each failure: what failed and why, as it is told once more at the end. */
  failures: string[];
}

const bin = (name: string) => path.resolve('node_modules/.bin', name);

/**
 * `npm test`: everything that can be wrong with the desk, in the order of how fast it tells.
 * Tells each failure once more at its end, where whoever reads only that finds it, and prints
 * `N passed, N failed` last; a check or a build that fails counts as one.
 */
async function main(): Promise<number> {
  const outcomes: Outcome[] = [];
  outcomes.push(await attempt('browser', async () => `${findBrowser()}\n`));
  // One thread of the compiler needs half the processor time of four, and leaves the other core to
  // lint. The build waits, for it writes types that the compiler reads.
  const types = check('types', 'tsc', ['--noEmit', '--singleThreaded']);
  outcomes.push(await check('lint', 'biome', ['check', '.']), await types);
  const build = attempt('build', async () => {
    const isBuilt = await buildIfChanged(testBuildDir);
    return isBuilt ? 'built\n' : 'as it was\n';
  });
  outcomes.push(await runProject('pure'), await build);
  for (const project of ['unit', 'api', 'e2e']) outcomes.push(await runProject(project));
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  for (const failure of failures) process.stdout.write(`\n── failed: ${failure.trimEnd()}\n`);
  process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`);
  return failures.length === 0 ? 0 : 1;
}

function heading(name: string): void {
  process.stdout.write(`\n── ${name}\n`);
}

/** Counts as one; what there is to say is printed at its end, for several run side by side. */
async function attempt(name: string, work: () => Promise<string>): Promise<Outcome> {
  try {
    const said = await work();
    heading(name);
    process.stdout.write(said || 'ok\n');
    return { passed: 1, failures: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    heading(name);
    process.stdout.write(`${reason}\n`);
    return { passed: 0, failures: [`${name}\n${reason}`] };
  }
}

function check(name: string, program: string, args: string[]): Promise<Outcome> {
  return attempt(name, async () => {
    const { code, output } = await runQuietly(program, args);
    if (code !== 0) throw new Error(output);
    return output;
  });
}

/** Runs one of vitest's projects. A skipped test counts as failed: what is not run proves nothing. */
async function runProject(project: string): Promise<Outcome> {
  heading(project);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-report-'));
  const file = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters]);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true });
  if (text === undefined) return { passed: 0, failures: [`${project}: it left no report`] };
  const report = reportSchema.parse(JSON.parse(text));
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed')
      .map((test) => tellFailure(file.name, test.fullName, test.failureMessages ?? [test.status])),
  );
  // A file that fails to load, or an error outside of a test, has no failed test of its own.
  if (code !== 0 && failures.length === 0) {
    const files = report.testResults.filter((file) => file.message !== '');
    const told = files.map((file) => tellFailure(file.name, 'outside of a test', [file.message]));
    failures.push(told.join('\n') || `${project}: an error outside of a test, told above`);
  }
  return { passed: report.numPassedTests, failures };
}

function tellFailure(file: string, test: string, messages: string[]): string {
  return `${path.relative('.', file)} › ${test}\n${messages.join('\n')}`;
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
