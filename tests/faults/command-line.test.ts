import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makePdf } from '@/tests/support/make-pdf';

/** Runs a command as a script would, on the database of this test file. */
function frontdesk(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'app/_cli/frontdesk.ts', ...args]);
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

test('a script reads a PDF in and asks about it: JSON alone on standard output, and the right page', async () => {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'frontdesk-cli-')), 'kettle.pdf');
  const page = (...lines: string[]) => lines.map((text, index) => ({ text, y: 700 - index * 20 }));
  const pages = [
    page('Kettle care', 'Rinse the kettle before its first use.'),
    page('Descaling', 'Descale the kettle every six weeks with citric acid.'),
    page('Storage', 'Keep the kettle dry and upright.'),
  ];
  await writeFile(file, makePdf(pages));

  const ingested = await frontdesk('ingest', file, '--visibility', 'public', '--json');
  expect(ingested.err).toBe('');
  expect(JSON.parse(ingested.out)).toMatchObject({ status: 'ready', pages: 3, error: null });
  expect(ingested.code).toBe(0);

  const asked = await frontdesk('ask', 'How often should I descale the kettle?', '--json');
  const { answer, citations } = JSON.parse(asked.out);
  expect(answer).toContain('every six weeks');
  expect(citations[0]).toMatchObject({ page: 2, quote: expect.stringContaining('six weeks') });
  expect(asked.code).toBe(0);
});

test('a script that names a file that is not there gets an error as JSON and exit code 1', async () => {
  const { code, out, err } = await frontdesk(
    'ingest',
    'no.pdf',
    '--visibility',
    'public',
    '--json',
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ error: { message: expect.stringContaining('no.pdf') } });
  expect(err).toContain('no.pdf');
});
