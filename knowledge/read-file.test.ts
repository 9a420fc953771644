import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { updateSetting } from '@/lib/db/settings';
import type { Settings } from '@/lib/shared/settings';
import { type FakeUnstructured, startFakeUnstructured } from '@/tests/support/fake-unstructured';
import { makeDocx, paragraph } from '@/tests/support/make-docx';
import { makePdf } from '@/tests/support/make-pdf';
import { waitFor } from '@/tests/support/wait-for';
import { readFile } from './read-file';

const hours = makePdf([
  [{ text: 'Opening hours', y: 720, size: 20 }],
  [{ text: 'The desk opens at nine.', y: 720 }],
]);
const answer = [
  { type: 'Title', text: 'Opening hours', metadata: { page_number: 1, filename: 'hours.pdf' } },
  { type: 'NarrativeText', text: 'Read by the service.', metadata: { page_number: 2 } },
];

let fake: FakeUnstructured;

beforeEach(async () => {
  fake = await startFakeUnstructured({ apiKey: 'the-right-key' });
  fake.answerWith(answer);
  await choose('fail');
});
afterEach(() => fake.stop());

const choose = (value: Settings['unstructuredFallback']) =>
  updateSetting(db(), { name: 'unstructuredFallback', value, changedBy: 'somebody' });

interface Given {
  deadlineMs?: number;
  restMs?: number;
  apiKey?: string;
  url?: string;
  signal?: AbortSignal;
}

/** Stores a file and reads it with the service standing by. */
async function read(content: Uint8Array | string, filename: string, given: Given = {}) {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-read-'));
  const file = path.join(directory, 'stored');
  await writeFile(file, content);
  const { signal, ...changes } = given;
  const server = {
    url: fake.url,
    apiKey: 'the-right-key',
    deadlineMs: 20_000,
    firstDelayMs: 5,
    restMs: 60_000,
    ...changes,
  };
  return readFile({ path: file, filename }, { signal }, server);
}

test('a file goes to the service whole, under its name and kind, and comes back as elements', async () => {
  const document = await read(hours, 'hours.txt');
  expect(document).toMatchObject({
    format: 'pdf',
    title: 'Opening hours',
    pages: 2,
    notes: [{ code: 'read_by_unstructured', values: {} }],
  });
  expect(document.elements.map(({ text }) => text)).toEqual([
    'Opening hours',
    'Read by the service.',
  ]);
  expect(fake.calls).toHaveLength(1);
  expect(fake.calls[0]).toMatchObject({
    key: 'the-right-key',
    filename: 'hours.pdf',
    type: 'application/pdf',
    fields: { strategy: 'auto', coordinates: 'true', split_pdf_page: 'false' },
  });
  expect(Buffer.from(fake.calls[0]?.content ?? []).equals(hours)).toBe(true);
});

test('a PDF of many pages is one call, not many at once', async () => {
  const pages = Array.from({ length: 120 }, (_, n) => [{ text: `Page ${n + 1}`, y: 720 }]);
  await read(makePdf(pages), 'long.pdf');
  expect(fake.calls).toHaveLength(1);
});

test('a path before that of the API is kept', async () => {
  const behind = await startFakeUnstructured({ prefix: '/reader' });
  behind.answerWith(answer);
  expect((await read(hours, 'hours.pdf', { url: behind.url })).pages).toBe(2);
  await behind.stop();
});

test('text in an older encoding is sent as UTF-8', async () => {
  const gb18030 = Buffer.from('cdcbbbf5d0ebd4dac8fdcaaeccecc4dacce1b3f6a1a3', 'hex');
  await read(gb18030, 'returns.txt');
  expect(Buffer.from(fake.calls[0]?.content ?? []).toString('utf8')).toMatch(
    /^退货须在三十天内提出。\s*$/,
  );
});

test('what the service does not take is read here, and what is broken is not sent', async () => {
  const json = await read('{"desk": "opens at nine"}', 'desk.json');
  expect(json).toMatchObject({ format: 'json', notes: [] });
  await expect(read('  ', 'empty.pdf')).rejects.toMatchObject({ failure: 'empty' });
  const program = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]);
  await expect(read(program, 'tool.pdf')).rejects.toMatchObject({ failure: 'unsupported_type' });
  expect(fake.calls).toEqual([]);
});

test('a gateway that fails twice is asked a third time', async () => {
  fake.failNext(2, 502);
  expect((await read(hours, 'hours.pdf')).pages).toBe(2);
  expect(fake.calls).toHaveLength(3);
});

test('a service that is busy is left alone for as long as it asks', async () => {
  fake.failNext(1, 429, { 'retry-after': '1' });
  const before = performance.now();
  await read(hours, 'hours.pdf');
  expect(performance.now() - before).toBeGreaterThan(950);
});

test('an answer that is cut off is asked for again', async () => {
  fake.failNext(1, 'cut');
  expect((await read(hours, 'hours.pdf')).pages).toBe(2);
  expect(fake.calls).toHaveLength(2);
});

test('retries end: after four calls the service counts as failing', async () => {
  fake.failNext(9, 503);
  await expect(read(hours, 'hours.pdf')).rejects.toMatchObject({
    name: 'ReaderUnavailableError',
    reason: 'failing',
  });
  expect(fake.calls).toHaveLength(4);
});

test('a service that never answers is given up at the deadline', async () => {
  fake.failNext(1, 'hang');
  await expect(read(hours, 'hours.pdf', { deadlineMs: 300 })).rejects.toMatchObject({
    name: 'ReaderUnavailableError',
    reason: 'timeout',
  });
  await waitFor('the call to be dropped', () => fake.abandoned() === 1);
});

test('a cancelled reading ends the call at once, with the reason it was cancelled for', async () => {
  fake.failNext(1, 'hang');
  const stop = new AbortController();
  const reading = read(hours, 'hours.pdf', { signal: stop.signal });
  await waitFor('the call', () => fake.calls.length === 1);
  stop.abort(new Error('cancelled by a person'));
  await expect(reading).rejects.toThrow('cancelled by a person');
  await waitFor('the call to be dropped', () => fake.abandoned() === 1);
});

test('an answer that cannot be understood, and one from another kind of server, are faults of the service', async () => {
  fake.failNext(1, 'garbage');
  const unreadable = { name: 'ReaderUnavailableError', reason: 'unreadable_answer' };
  await expect(read(hours, 'hours.pdf')).rejects.toMatchObject(unreadable);
  fake.answerWith([{ text: 'an element without a type' }]);
  await expect(read(hours, 'hours.pdf')).rejects.toMatchObject(unreadable);
  const elsewhere = read(hours, 'hours.pdf', { url: `${fake.url}/elsewhere` });
  await expect(elsewhere).rejects.toMatchObject(unreadable);
});

test('a wrong key is told as such, once, and is in no message', async () => {
  const refused = await read(hours, 'hours.pdf', { apiKey: 'a-wrong-secret' }).catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ name: 'ReaderUnavailableError', reason: 'key_refused' });
  expect(refused).not.toHaveProperty('cause');
  expect(fake.calls).toHaveLength(1);
});

test('a file that the service refuses is refused for good', async () => {
  fake.failNext(1, 422);
  await expect(read(hours, 'hours.pdf')).rejects.toMatchObject({
    name: 'DocumentError',
    failure: 'service_refused',
  });
  expect(fake.calls).toHaveLength(1);
});

test('a file that the service finds locked is told as such', async () => {
  fake.failNext(1, 400);
  await expect(read(hours, 'hours.pdf')).rejects.toMatchObject({ failure: 'password_protected' });
});

test('a document in which the service finds nothing has no text', async () => {
  fake.answerWith([{ type: 'PageNumber', text: '1' }]);
  await choose('local');
  await expect(read(hours, 'hours.pdf')).rejects.toMatchObject({ failure: 'no_text' });
});

test('where that was chosen, a file is read here while the service is down, and says so', async () => {
  await choose('local');
  await fake.stop();
  const document = await read(makeDocx(paragraph('Read here.')), 'a.docx');
  expect(document.elements.map(({ text }) => text)).toEqual(['Read here.']);
  expect(document.notes).toEqual([
    { code: 'unstructured_down', values: { reason: 'unreachable' } },
  ]);
});

test('where that was chosen, a file that the service refuses is read here', async () => {
  await choose('local');
  fake.failNext(1, 415);
  const document = await read('# Hours\n\nFrom nine to five.', 'hours.md');
  expect(document.elements.at(-1)?.text).toBe('From nine to five.');
  expect(document.notes).toEqual([{ code: 'unstructured_down', values: { reason: 'refused' } }]);
});

test('a service that was down for three documents is left alone, and asked again after the rest', async () => {
  fake.failNext(3, 500);
  for (const _ of [1, 2, 3]) {
    await expect(read(hours, 'a.pdf', { restMs: 400 })).rejects.toMatchObject({
      reason: 'failing',
    });
  }
  await expect(read(hours, 'a.pdf')).rejects.toMatchObject({ reason: 'resting' });
  expect(fake.calls).toHaveLength(3);
  const again = await waitFor('the end of the rest', () =>
    read(hours, 'a.pdf').catch(() => undefined),
  );
  expect(again.pages).toBe(2);
  expect(fake.calls).toHaveLength(4);
});
