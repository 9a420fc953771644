import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDocx, paragraph } from '@/tests/support/make-docx';
import { makePdf } from '@/tests/support/make-pdf';
import { limits } from '../parsers/limits';
import { parseInChild } from './parse-in-child';

async function store(content: Uint8Array | string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'parse-')), 'file');
  await writeFile(file, content);
  return file;
}

test('a file is read in another process, which reports its pages as they are done', async () => {
  const pages = Array.from({ length: 300 }, (_, index) => [{ text: `Page ${index + 1}`, y: 700 }]);
  const told: number[] = [];
  const parsed = await parseInChild(
    { path: await store(makePdf(pages)), filename: 'a.pdf' },
    { onProgress: (done) => told.push(done) },
  );
  expect(parsed.pages).toBe(300);
  expect(told.length).toBeGreaterThan(0);
  expect(parsed.elements.at(-1)).toMatchObject({ text: 'Page 300', page: 300 });
});

test('what the database cannot keep is no part of what is read', async () => {
  const content = JSON.stringify({ 'a\0b': ['c\0d', '\ud800e'] });
  const { elements } = await parseInChild({ path: await store(content), filename: 'a.json' });
  expect(JSON.stringify(elements)).toMatch(/a b.*cd.*�e/);
  const mail = 'Subject: =?utf-8?Q?a=00b?=\r\nContent-Type: text/plain\r\n\r\nHello.\r\n';
  const read = await parseInChild({ path: await store(mail), filename: 'a.eml' });
  expect(read.title).toBe('a b');
});

test('a file that takes too long is given up, and the next one is read all the same', async () => {
  const slow = await store('word '.repeat(2_000_000));
  await expect(
    parseInChild({ path: slow, filename: 'slow.txt' }, { timeLimitMs: 1 }),
  ).rejects.toMatchObject({ failure: 'timed_out' });
  const next = { path: await store('All is well.'), filename: 'next.txt' };
  expect((await parseInChild(next)).elements).toHaveLength(1);
});

test('a file that eats all memory kills only the process that reads it', async () => {
  const hostile = { path: await store('a,b,c,d,e,f,g,h\n'.repeat(500_000)), filename: 'rows.csv' };
  await expect(parseInChild(hostile, { heapMb: 64 })).rejects.toMatchObject({
    failure: 'out_of_memory',
  });
  const next = { path: await store('Still here.'), filename: 'next.txt' };
  expect((await parseInChild(next)).elements[0]?.text).toBe('Still here.');
});

test('a file that fills the memory beside the heap is told as too large', async () => {
  const file = await store('');
  await truncate(file, 1.5 * limits.residentBytes);
  await expect(parseInChild({ path: file, filename: 'huge.txt' })).rejects.toMatchObject({
    failure: 'out_of_memory',
  });
});

test('a zip bomb is refused before it is unpacked', async () => {
  const bomb = makeDocx(paragraph(' '.repeat(20_000_000)));
  await expect(
    parseInChild({ path: await store(bomb), filename: 'bomb.docx' }),
  ).rejects.toMatchObject({ failure: 'too_large_unpacked' });
});

test('an ingestion that is stopped stops its process', async () => {
  const aborter = new AbortController();
  const reading = parseInChild(
    { path: await store('x'), filename: 'x.txt' },
    { signal: aborter.signal },
  );
  aborter.abort(new Error('stopping'));
  await expect(reading).rejects.toThrow('stopping');
});
