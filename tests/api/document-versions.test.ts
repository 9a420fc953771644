import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChunkView } from '@/lib/shared/chunks';
import type { DocumentView, VersionView } from '@/lib/shared/documents';
import type { LogEntry } from '@/lib/shared/ingestion-log';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { makePdf } from '@/tests/support/make-pdf';
import { postDocument, uploadAndWait, waitUntilSettled } from '@/tests/support/upload-client';
import { waitFor } from '@/tests/support/wait-for';

let desk: TestDesk;
let operator: string;
let viewer: string;

beforeAll(async () => {
  desk = await startDesk();
  operator = await desk.createKey('operator@demo.test');
  viewer = await desk.createKey('viewer@demo.test');
});
afterAll(() => desk?.stop());

function call(url: string, key: string, init: RequestInit = {}): Promise<Response> {
  return desk.fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
}

function send(url: string, key: string, method: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return call(url, key, { method, headers, body: JSON.stringify(body) });
}

async function read<T>(url: string, key = viewer): Promise<T> {
  return (await (await call(url, key)).json()) as T;
}

/** Texts that are found for a question, of this document. */
async function find(documentId: string, query: string): Promise<string[]> {
  const response = await send('/api/search', viewer, 'POST', { query, k: 10 });
  expect(response.status).toBe(200);
  const { hits } = (await response.json()) as { hits: { documentId: string; text: string }[] };
  return hits.filter((hit) => hit.documentId === documentId).map(({ text }) => text);
}

/** A handbook long enough to be read for a moment, that says one thing which tells versions apart. */
function handbook(year: number): Uint8Array {
  const filler = Array.from({ length: 40 }, (_, line) => ({
    text: `Paragraph ${line} of the ${year} handbook tells of chairs and tables.`,
    y: 720 - line * 16,
  }));
  return makePdf([
    [{ text: `The parking fee is ${year} cents.`, y: 720 }],
    ...Array.from({ length: 60 }, () => filler),
  ]);
}

async function postVersion(id: string, content: Uint8Array): Promise<Response> {
  const body = new FormData();
  body.set('file', new Blob([Buffer.from(content)]), 'handbook.pdf');
  return call(`/api/documents/${id}/versions`, operator, { method: 'POST', body });
}

test('a reader who asks every 50 ms while versions are replaced never meets neither or both', async () => {
  const { id } = await uploadAndWait(desk, operator, {
    content: handbook(2020),
    filename: 'handbook.pdf',
  });
  const answers: string[][] = [];
  let isDone = false;
  const reader = async () => {
    while (!isDone) {
      answers.push(await find(id, 'How much is the parking fee in cents?'));
      await setTimeout(50);
    }
  };
  const reading = [reader(), reader()];
  for (const year of [2021, 2022, 2023]) {
    expect((await postVersion(id, handbook(year))).status).toBe(202);
    const view = await waitUntilSettled(desk, operator, id);
    expect(view).toMatchObject({ status: 'ready', liveVersion: year - 2019 });
    // What was asked before it was ready may be answered after: its own answer is waited for.
    const isMet = () => answers.flat().some((text) => text.includes(`fee is ${year}`));
    await waitFor(`an answer of ${year}`, isMet);
  }
  isDone = true;
  await Promise.all(reading);
  const seen = answers.map((texts) => {
    const fees = texts.flatMap((text) => [...text.matchAll(/fee is (\d+)/g)].map((m) => m[1]));
    return [...new Set(fees)].join('+') || 'neither';
  });
  const order = seen.filter((fee, index) => fee !== seen[index - 1]);
  // Two readers overlap, so one may tell of the old version just after the other met the new one.
  expect(new Set(order)).toEqual(new Set(['2020', '2021', '2022', '2023']));
  expect(answers.length).toBeGreaterThan(10);
});

test('versions are listed, an earlier one can be restored and saved, its file as it came', async () => {
  const upload = { content: 'The code is one.', filename: 'code.txt' };
  const { id } = await uploadAndWait(desk, operator, upload);
  const next = { ...upload, content: 'The code is two.', replaces: id };
  expect(await (await postDocument(desk, operator, next)).json()).toMatchObject({
    id,
    outcome: 'new-version',
  });
  await waitUntilSettled(desk, operator, id);
  const { versions } = await read<{ versions: VersionView[] }>(`/api/documents/${id}/versions`);
  expect(versions.map(({ number, isLive }) => [number, isLive])).toEqual([
    [2, true],
    [1, false],
  ]);
  const file = await call(`/api/documents/${id}/file?version=1`, viewer);
  expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''code.txt");
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await file.text()).toBe('The code is one.');
  const restored = await call(`/api/documents/${id}/versions/1/restore`, operator, {
    method: 'POST',
  });
  expect(restored.status).toBe(202);
  expect(await waitUntilSettled(desk, operator, id)).toMatchObject({ liveVersion: 3 });
  expect(await find(id, 'What is the code?')).toEqual(['The code is one.']);
  expect((await call(`/api/documents/${id}/file?version=9`, viewer)).status).toBe(404);
});

test('a person corrects, switches off and adds passages; a viewer only reads them', async () => {
  const { id } = await uploadAndWait(desk, operator, {
    content: '# Kiosk\n\nThe kiosk sells stamps.',
    filename: 'kiosk.md',
  });
  const url = `/api/documents/${id}/chunks`;
  const list = async () => (await read<{ chunks: ChunkView[] }>(url)).chunks;
  const [kiosk] = await list();
  const change = { text: 'The kiosk sells stamps and maps.' };
  expect((await send(`${url}/${kiosk?.id}`, viewer, 'PATCH', change)).status).toBe(403);
  expect((await send(`${url}/${kiosk?.id}`, operator, 'PATCH', {})).status).toBe(400);
  const changed = await send(`${url}/${kiosk?.id}`, operator, 'PATCH', change);
  expect(await changed.json()).toMatchObject({ ...change, edit: { kind: 'changed' } });
  expect(await find(id, 'Does the kiosk sell maps?')).toEqual([change.text]);
  const added = await send(url, operator, 'POST', { text: 'The kiosk takes cards.' });
  expect(added.status).toBe(201);
  expect((await list()).map(({ text }) => text)).toEqual([change.text, 'The kiosk takes cards.']);
  const undo = await call(`${url}/${kiosk?.id}`, operator, { method: 'DELETE' });
  expect(undo.status).toBe(204);
  expect((await list())[0]).toMatchObject({ text: kiosk?.text, edit: null });
});

test('the log tells the uploader what happened, in their language', async () => {
  const { id } = await uploadAndWait(desk, operator, { content: '', filename: 'empty.txt' });
  const headers = { 'accept-language': 'zh-CN' };
  const response = await call(`/api/documents/${id}/log`, operator, { headers });
  const { entries } = (await response.json()) as { entries: LogEntry[] };
  expect(entries.map(({ code }) => code)).toEqual(['stored', 'parsing', 'refused']);
  expect(entries.at(-1)).toMatchObject({ level: 'error' });
  expect(entries.at(-1)?.message).toContain('无法读取：');
  expect(entries.at(-1)?.message).not.toContain('empty');
});

test('what was cancelled or failed is tried again, one by one and all at once', async () => {
  const failed = await uploadAndWait(desk, operator, { content: ' ', filename: 'blank.txt' });
  expect(failed).toMatchObject({ status: 'failed', attempt: 1 });
  const cancelled = await call(`/api/documents/${failed.id}/cancel`, operator, { method: 'POST' });
  expect(await cancelled.json()).toMatchObject({ error: { code: 'empty' } });
  const retried = await call(`/api/documents/${failed.id}/retry`, operator, { method: 'POST' });
  expect(await retried.json()).toMatchObject({ error: null });
  await waitUntilSettled(desk, operator, failed.id);
  const counts = await read<{ failed: number }>('/api/documents/counts');
  expect(counts.failed).toBeGreaterThanOrEqual(1);
  const all = await call('/api/documents/retry', operator, { method: 'POST' });
  expect(await all.json()).toEqual({ count: counts.failed });
  expect((await call('/api/documents/retry', viewer, { method: 'POST' })).status).toBe(403);
});

test('the list is filtered on the server', async () => {
  await uploadAndWait(desk, operator, { content: 'About lanterns.', filename: 'lantern-7.txt' });
  const list = async (query: string) =>
    (await read<{ documents: DocumentView[] }>(`/api/documents?${query}`)).documents;
  expect((await list('q=lantern-7')).map(({ filename }) => filename)).toEqual(['lantern-7.txt']);
  expect(await list('q=lantern-7&status=failed')).toEqual([]);
  expect(await list('q=lantern-7&visibility=staff')).toEqual([]);
  expect((await call('/api/documents?status=odd', viewer)).status).toBe(400);
});

test('the index that answers is told of', async () => {
  expect(await read('/api/indexes')).toEqual({
    live: { store: 'embedded', embeddings: 'none' },
    building: null,
  });
});
