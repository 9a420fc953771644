import { appendFile, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { storedFilePath } from '@/lib/files/stored-file';
import { closeQueue } from '@/lib/queue';
import { uploadDocument } from './upload-document';

afterAll(closeQueue);

test('a file that changes while it is copied is not taken half old, half new', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-changing-'));
  const file = path.join(folder, 'growing.txt');
  await writeFile(file, 'line\n'.repeat(2_000_000));
  let isDone = false;
  const upload = { principal: null, path: file, filename: 'growing.txt' };
  const taken = uploadDocument({ ...upload, visibility: 'staff' }).finally(() => {
    isDone = true;
  });
  taken.catch(() => undefined);
  while (!isDone) await appendFile(file, 'one more line\n');
  await expect(taken).rejects.toMatchObject({ code: 'file_changed' });
  expect(await readdir(path.dirname(storedFilePath('x')))).toEqual([]);
});
