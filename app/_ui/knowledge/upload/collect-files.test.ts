import { expect, test } from 'vitest';
import { collectChosen, collectEntries, isHidden } from './collect-files';

/** Entries as a browser hands them out for what is dropped. */
interface Dropped {
  name: string;
  /** Of a folder. */
  holds?: Dropped[];
  isLocked?: boolean;
}

function entryOf({ name, holds, isLocked }: Dropped, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  const fault = new DOMException('not allowed', 'NotReadableError');
  const shared = { name, fullPath, isDirectory: holds !== undefined, isFile: holds === undefined };
  const entry = holds
    ? { ...shared, createReader: () => readerOf(holds.map((one) => entryOf(one, fullPath))) }
    : {
        ...shared,
        file: (resolve: (file: File) => void, reject: (error: DOMException) => void) =>
          isLocked ? reject(fault) : resolve(new File(['x'], name)),
      };
  return entry as unknown as FileSystemEntry;
}

/** Hands out a hundred at a time, as Chromium does. */
function readerOf(entries: FileSystemEntry[]) {
  let given = 0;
  return {
    readEntries: (resolve: (some: FileSystemEntry[]) => void) => {
      const some = entries.slice(given, given + 100);
      given += some.length;
      resolve(some);
    },
  };
}

test('a folder is emptied to its last file, however deep and however many there are', async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({ name: `page-${index}.md` }));
  const folder = entryOf({
    name: 'manual',
    holds: [{ name: 'part', holds: many.reverse() }, { name: 'z.pdf' }],
  });
  const { files, hidden } = await collectEntries([folder]);
  expect(files).toHaveLength(251);
  expect(files[249]?.path).toBe('manual/part/page-249.md');
  expect(files[250]?.file.name).toBe('z.pdf');
  expect(hidden).toEqual([]);
});

test('what systems and programs keep for themselves is left out and told, folders as one', async () => {
  const folder = entryOf({
    name: 'docs',
    holds: [
      { name: '.DS_Store' },
      { name: '.git', holds: [{ name: 'HEAD' }, { name: 'config' }] },
      { name: '~$budget.xlsx' },
      { name: 'budget.xlsx' },
    ],
  });
  const { files, hidden } = await collectEntries([folder]);
  expect(files.map(({ path }) => path)).toEqual(['docs/budget.xlsx']);
  expect(hidden).toEqual(['docs/.DS_Store', 'docs/.git', 'docs/~$budget.xlsx']);
});

test('a file that may not be read keeps none of the others out', async () => {
  const folder = entryOf({ name: 'docs', holds: [{ name: 'a', isLocked: true }, { name: 'b' }] });
  const { files, unreadable } = await collectEntries([folder]);
  expect(files.map(({ path }) => path)).toEqual(['docs/b']);
  expect(unreadable).toEqual(['docs/a']);
});

test('an empty folder holds nothing', async () => {
  const found = await collectEntries([entryOf({ name: 'empty', holds: [] })]);
  expect(found).toEqual({ files: [], hidden: [], unreadable: [] });
});

test('of a chosen folder, files in hidden folders are left out as well', () => {
  const inFolder = (path: string) => {
    const file = new File(['x'], path.split('/').at(-1) ?? '');
    return Object.defineProperty(file, 'webkitRelativePath', { value: path });
  };
  const { files, hidden } = collectChosen(['d/a.txt', 'd/.git/HEAD', 'd/Thumbs.db'].map(inFolder));
  expect(files.map(({ path }) => path)).toEqual(['d/a.txt']);
  expect(hidden).toEqual(['d/.git/HEAD', 'd/Thumbs.db']);
});

test('ordinary names are not taken for hidden ones', () => {
  const names = ['a.b.c', 'desktop.txt', 'thumbs', '年度报告.docx', 'x~$y'];
  expect(names.filter(isHidden)).toEqual([]);
});
