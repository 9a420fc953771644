import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from './read-json-lines';

const schema = z.object({ id: z.string() });

async function fileOf(...lines: string[]): Promise<string> {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'frontdesk-lines-')), 'set.jsonl');
  await writeFile(file, lines.join('\n'));
  return file;
}

test('empty lines are passed over', async () => {
  const file = await fileOf('{"id":"a"}', '', '{"id":"b"}', '');
  expect(await readJsonLines(file, schema)).toEqual([{ id: 'a' }, { id: 'b' }]);
});

test('a file that is not there is told by its name', async () => {
  await expect(readJsonLines('/no/such/set.jsonl', schema)).rejects.toThrow(
    'There is no file /no/such/set.jsonl.',
  );
});

test.each([
  ['is no JSON', '{"id":'],
  ['lacks a field', '{"name":"b"}'],
])('a line that %s is told by its number', async (_, line) => {
  const file = await fileOf('{"id":"a"}', '', line);
  await expect(readJsonLines(file, schema)).rejects.toThrow(`Line 3 of ${file}`);
});
