import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { waitFor } from '@/tests/support/wait-for';
import type { OpenedItem, SourceItem } from './connector';
import { folderConnector } from './folder';

let base: string;
let folder: string;
const outside = 'outside';

beforeAll(async () => {
  base = await realpath(await mkdtemp(path.join(os.tmpdir(), 'frontdesk-source-')));
  await mkdir(path.join(base, outside));
  await writeFile(path.join(base, outside, 'salaries.txt'), 'secret');
  process.env.SOURCE_FOLDERS = path.join(base, 'shared');
  process.env.FRONTDESK_DATA_DIR = path.join(base, 'desk');
  await mkdir(path.join(base, 'desk', 'files'), { recursive: true });
  await writeFile(path.join(base, 'desk', 'secret'), 'secret');
});
afterAll(() => rm(base, { recursive: true, force: true }));

beforeEach(async () => {
  folder = path.join(base, 'shared');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
});

async function put(file: string, content: string): Promise<string> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
  return target;
}

async function list(root = folder): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  const reportGap = (key: string, fault: Error) => {
    throw new Error(`a gap at ${key}`, { cause: fault });
  };
  const { signal } = new AbortController();
  for await (const item of folderConnector.list({ path: root }, { signal, reportGap })) {
    items.push(item);
  }
  return items;
}

const keys = async () => (await list()).map(({ key }) => key);

async function open(key: string, known: string | null = null): Promise<OpenedItem> {
  const item = (await list()).find((one) => one.key === key);
  const opened = await item?.open(known);
  if (!opened || typeof opened === 'string') throw new Error(`${key} is ${opened}`);
  return opened;
}

test('all files below the folder are listed by their paths, hidden ones left out', async () => {
  await put('b.txt', 'b');
  await put('deep/er/a.txt', 'a');
  await put('.hidden/secret.txt', 'secret');
  await put('deep/.draft.txt', 'draft');
  expect(await keys()).toEqual(['b.txt', 'deep/er/a.txt']);
  const opened = await open('deep/er/a.txt');
  expect(opened.filename).toBe('a.txt');
  expect(await text(opened.content)).toBe('a');
});

test('links are followed to files inside the folder only', async () => {
  await put('.versions/1.txt', 'current');
  await put('real/page.txt', 'page');
  await symlink('.versions/1.txt', path.join(folder, 'current.txt'));
  await symlink('../outside/salaries.txt', path.join(folder, 'salaries.txt'));
  await symlink('../outside', path.join(folder, 'elsewhere'));
  await symlink('.', path.join(folder, 'circle'));
  await symlink('nowhere', path.join(folder, 'broken'));
  expect(await keys()).toEqual(['current.txt', 'real/page.txt']);
});

test('a file that is as it was is not read again', async () => {
  const file = await put('a.txt', 'a');
  const { content, fingerprint = null } = await open('a.txt');
  content.destroy();
  const [item] = await list();
  expect(await item?.open(fingerprint)).toBe('unchanged');
  await utimes(file, new Date(), new Date(Date.now() + 5000));
  expect((await open('a.txt', fingerprint)).fingerprint).not.toBe(fingerprint);
  await rm(file);
  expect(await item?.open(fingerprint)).toBe('gone');
});

test('a file that is written while it is read is no content', async () => {
  const file = await put('growing.txt', 'x'.repeat(300_000));
  const { content } = await open('growing.txt');
  const reading = (async () => {
    let isFirst = true;
    for await (const _part of content) {
      if (isFirst) await writeFile(file, 'y', { flag: 'a' });
      isFirst = false;
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: 'changed_while_read' });
});

test('a file that became a link after it was looked at is not read', async () => {
  const file = await put('a.txt', 'a');
  const { content } = await open('a.txt');
  await rm(file);
  await symlink(path.join(base, outside, 'salaries.txt'), file);
  await expect(text(content)).rejects.toMatchObject({ code: 'unreadable' });
});

test('a file whose folder became a link, or a pipe, after it was looked at is not read', async () => {
  await put('inner/salaries.txt', 'Be kind.');
  const [item] = await list();
  const read = async () => {
    const opened = await item?.open(null);
    return typeof opened === 'object' ? text(opened.content) : opened;
  };
  await rename(path.join(folder, 'inner'), path.join(folder, 'moved'));
  await symlink(path.join(base, outside), path.join(folder, 'inner'));
  await expect(read()).rejects.toMatchObject({ code: 'unreadable' });

  await rm(path.join(folder, 'inner'));
  await mkdir(path.join(folder, 'inner'));
  execFileSync('mkfifo', [path.join(folder, 'inner', 'salaries.txt')]);
  await expect(read()).rejects.toMatchObject({ code: 'unreadable' });
});

test('a file is gone when it is not there, never when the disk only does not tell', async () => {
  const target = await put('deep/rules.txt', 'Be kind.');
  const [item] = await list();
  await rm(target);
  expect(await item?.open(null)).toBe('gone');
  const deep = path.dirname(target);
  await rm(deep, { recursive: true });
  await symlink(deep, deep);
  await expect(item?.open(null)).rejects.toMatchObject({ code: 'unreadable' });
  await rm(deep);
});

test('a link that cannot be followed leaves a gap in the listing, one that leads nowhere none', async () => {
  const circle = path.join(folder, 'circle.txt');
  await symlink(circle, circle);
  await symlink(path.join(folder, 'never-was.txt'), path.join(folder, 'nowhere.txt'));
  const gaps: string[] = [];
  const context = {
    signal: new AbortController().signal,
    reportGap: (key: string) => gaps.push(key),
  };
  const found: string[] = [];
  for await (const { key } of folderConnector.list({ path: folder }, context)) found.push(key);
  expect(gaps).toEqual(['circle.txt']);
  expect(found).not.toContain('nowhere.txt');
  await rm(circle);
  await rm(path.join(folder, 'nowhere.txt'));
});

test('a folder that is gone, or was replaced by a link, is not taken for an empty one', async () => {
  await rename(folder, `${folder}-moved`);
  await expect(list()).rejects.toMatchObject({ code: 'folder_missing' });
  await symlink(path.join(base, outside), folder);
  await expect(list()).rejects.toMatchObject({ code: 'folder_missing' });
  await rm(folder);
  await rm(`${folder}-moved`, { recursive: true });
});

test('the browser may name folders below SOURCE_FOLDERS only, the command line any', async () => {
  await mkdir(path.join(folder, 'handbooks'));
  await symlink(path.join(base, outside), path.join(folder, 'way-out'));
  const named = (given: string, isServerOwner = false) =>
    folderConnector.prepare({ path: given }, { isServerOwner });
  expect(await named(path.join(folder, 'handbooks'))).toEqual({
    path: path.join(folder, 'handbooks'),
  });
  for (const refused of [
    path.join(base, outside),
    path.join(folder, '..', outside),
    path.join(folder, 'way-out'),
    `${folder}-beside`,
    '/etc',
    '/no-such-folder',
  ]) {
    await expect(named(refused)).rejects.toMatchObject({ code: 'folder_refused' });
  }
  expect(await named(path.join(base, outside), true)).toEqual({ path: path.join(base, outside) });
  await expect(named('handbooks', true)).rejects.toMatchObject({ code: 'folder_relative' });
  await expect(named('/no-such-folder', true)).rejects.toMatchObject({ code: 'folder_missing' });
});

test('the files of the desk itself are never a source', async () => {
  const files = path.join(base, 'desk', 'files');
  await expect(
    folderConnector.prepare({ path: files }, { isServerOwner: true }),
  ).rejects.toMatchObject({ code: 'folder_of_desk' });
  await put('a.txt', 'a');
  await symlink('desk/secret', path.join(base, 'secret'));
  expect((await list(base)).map(({ key }) => key)).toEqual([
    'outside/salaries.txt',
    'shared/a.txt',
  ]);
});

test('a watched folder tells of a new file, deep inside as well', async () => {
  await put('deep/a.txt', 'a');
  const watching = new AbortController();
  let changes = 0;
  const isOver = folderConnector.watch?.(
    { path: folder },
    () => {
      changes += 1;
    },
    watching.signal,
  );
  await waitFor('the change to be told', async () => {
    await put('deep/b.txt', String(changes));
    return changes > 0;
  });
  watching.abort();
  await isOver;
});
