import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makePdf } from '@/tests/support/make-pdf';
import { runFrontdesk } from '@/tests/support/run-frontdesk';

test('a script reads a PDF in and asks about it: JSON alone on standard output, and the right page', async () => {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'frontdesk-cli-')), 'kettle.pdf');
  const page = (...lines: string[]) => lines.map((text, index) => ({ text, y: 700 - index * 20 }));
  const pages = [
    page('Kettle care', 'Rinse the kettle before its first use.'),
    page('Descaling', 'Descale the kettle every six weeks with citric acid.'),
    page('Storage', 'Keep the kettle dry and upright.'),
  ];
  await writeFile(file, makePdf(pages));

  const ingested = await runFrontdesk('ingest', file, '--visibility', 'public', '--json');
  expect(ingested.err).toBe('');
  expect(JSON.parse(ingested.out)).toMatchObject({ status: 'ready', pages: 3, error: null });
  expect(ingested.code).toBe(0);

  const asked = await runFrontdesk('ask', 'How often should I descale the kettle?', '--json');
  const { answer, citations } = JSON.parse(asked.out);
  expect(answer).toContain('every six weeks');
  expect(citations[0]).toMatchObject({ page: 2, quote: expect.stringContaining('six weeks') });
  expect(asked.code).toBe(0);
});

test('a script that names a file that is not there gets an error as JSON and exit code 1', async () => {
  const { code, out, err } = await runFrontdesk(
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

test('a person at a terminal sees how sure the desk is and, with --trace, how each passage scored', async () => {
  const plain = await runFrontdesk('search', 'descale the kettle');
  expect(plain.out).toMatch(/^Confidence [01]\.\d\d: the question would be answered\.$/m);
  expect(plain.out).not.toContain('Looked for');

  const traced = await runFrontdesk('search', 'descale the kettle', '--trace');
  expect(traced.out).toMatch(/^Looked for: .*kettl/m);
  expect(traced.out).toMatch(/a passage +kettle.*, p\. 2$/m);
  expect(traced.out).toMatch(/^Took: .*index \d/m);
});

test('an evaluation without its data says which file is missing', async () => {
  const { code, err } = await runFrontdesk('eval', 'retrieval', os.tmpdir());
  expect(code).toBe(1);
  expect(err).toContain('There is no file');
  expect(err).toContain('corpus.jsonl');
});
