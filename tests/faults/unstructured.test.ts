import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { updateSetting } from '@/lib/db/settings';
import { typescript } from '@/lib/runtime/typescript';
import { type FakeUnstructured, startFakeUnstructured } from '@/tests/support/fake-unstructured';

const secret = 'key-that-nobody-may-see';
let fake: FakeUnstructured;

beforeEach(async () => {
  fake = await startFakeUnstructured({ apiKey: 'another-key' });
});
afterEach(() => fake.stop());

/** Reads a text in a process of its own; each line of its log is JSON, or this fails. */
async function readInProcess(url: string) {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-read-'));
  const file = path.join(directory, 'stored');
  await writeFile(file, '# Hours\n\nThe desk opens at nine.\n');
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [...typescript, 'tests/support/read-one-file.ts', file, 'hours.md'],
    {
      env: {
        ...process.env,
        LOG_LEVEL: 'debug',
        UNSTRUCTURED_API_URL: url,
        UNSTRUCTURED_API_KEY: secret,
      },
    },
  );
  const lines = stderr.split('\n').filter((line) => line !== '');
  const log = lines.map((line): Record<string, unknown> => JSON.parse(line));
  return { outcome: JSON.parse(stdout), log, printed: stdout + stderr };
}

test('a key that is refused is told in the log and to the caller, and shown to neither', async () => {
  const { outcome, log, printed } = await readInProcess(fake.url);
  expect(fake.calls[0]?.key).toBe(secret);
  expect(outcome).toContain('key_refused');
  expect(log).toMatchObject([{ event: 'reader-fault', reason: 'key_refused', isLast: true }]);
  expect(printed).not.toContain(secret);
});

test('an answer that is cut off or no JSON ends no process', async () => {
  await updateSetting(db(), { name: 'unstructuredFallback', value: 'local', changedBy: 'test' });
  const open = await startFakeUnstructured();
  open.failNext(1, 'cut');
  open.failNext(1, 'garbage');
  // The address as the service's documentation gives it.
  const { outcome, printed } = await readInProcess(`${open.url}/general/v0/general`);
  expect(open.calls).toHaveLength(2);
  expect(outcome).toEqual([{ code: 'unstructured_down', values: { reason: 'unreadable_answer' } }]);
  expect(printed).not.toContain(secret);
  await open.stop();
});
