import { defineConfig } from 'vitest/config';
import './lib/runtime/quick-imports.mjs';
import { listPureTests } from './tests/support/pure-tests.ts';

const resolve = { tsconfigPaths: true };
const globalSetup = ['tests/support/global-setup.ts'];
const execArgv = ['--import', './lib/runtime/quick-imports.mjs'];
const setupFiles = ['tests/support/worker-database.ts'];
// A limit ends what hangs, and measures nothing: long enough for a slow machine with other work.
const limitMs = 180_000;
// A desk is built before the first of them, unless it was.
const buildLimitMs = 600_000;
const expect = { poll: { timeout: 60_000 } };
// It imports `next/server` in a way that only a bundler resolves.
const server = { deps: { inline: ['next-auth'] } };

const pure = listPureTests();

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'pure',
          include: pure,
          pool: 'forks',
          isolate: false,
          execArgv,
          maxWorkers: 2,
          testTimeout: limitMs,
          hookTimeout: limitMs,
          setupFiles: ['tests/support/no-database.ts'],
          server,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: 'unit',
          include: [
            '{app,agents,knowledge,lib}/**/*.test.{ts,tsx}',
            'tests/architecture.test.ts',
            'tests/docs.test.ts',
          ],
          exclude: pure,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: limitMs,
          hookTimeout: limitMs,
          execArgv,
          globalSetup,
          setupFiles,
          server,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: limitMs,
          hookTimeout: buildLimitMs,
          execArgv,
          globalSetup,
          setupFiles,
          server,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: limitMs,
          hookTimeout: buildLimitMs,
          execArgv,
          globalSetup,
          setupFiles,
          server,
          expect,
        },
      },
    ],
  },
});
