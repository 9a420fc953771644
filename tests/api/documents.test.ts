import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentElement, DocumentView } from '@/lib/shared/documents';
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

const policy = makePdf([
  [{ text: 'Parking policy', y: 720, size: 20 }],
  [{ text: 'Visitors park on level minus two.', y: 720 }],
]);

function call(url: string, key: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, authorization: `Bearer ${key}` };
  return desk.fetch(url, { ...init, headers });
}

interface Page {
  documents: DocumentView[];
  next: string | null;
}

async function page(key: string, query = ''): Promise<Page> {
  return (await (await call(`/api/documents${query}`, key)).json()) as Page;
}

async function list(key: string): Promise<DocumentView[]> {
  return (await page(key)).documents;
}

function storedFiles(): string[] {
  return readdirSync(path.join(process.env.FRONTDESK_DATA_DIR ?? '', 'files'));
}

test('an operator uploads a PDF and can read its text by page when it is ready', async () => {
  const view = await uploadAndWait(desk, operator, { content: policy, filename: 'parking.pdf' });
  expect(view).toMatchObject({
    status: 'ready',
    progress: 1,
    pages: 2,
    title: 'Parking policy',
    error: null,
  });
  const response = await call(`/api/documents/${view.id}/text`, viewer);
  const { elements } = (await response.json()) as { elements: DocumentElement[] };
  expect(elements.at(-1)).toMatchObject({ text: 'Visitors park on level minus two.', page: 2 });
});

test('a program reads a long list page by page, each document once', async () => {
  for (const word of ['one', 'two', 'three']) {
    await postDocument(desk, operator, { content: `Page ${word}.`, filename: `${word}.txt` });
  }
  const read: DocumentView[] = [];
  let { documents, next } = await page(viewer, '?limit=2');
  read.push(...documents);
  while (next !== null) {
    expect(documents).toHaveLength(2);
    ({ documents, next } = await page(viewer, `?limit=2&before=${encodeURIComponent(next)}`));
    read.push(...documents);
  }
  expect(read.map(({ id }) => id)).toEqual((await list(viewer)).map(({ id }) => id));
  expect((await call('/api/documents?before=yesterday', viewer)).status).toBe(400);
});

test('whoever watches the documents hears of each change', async () => {
  const aborter = new AbortController();
  const stream = await call('/api/documents/events', viewer, { signal: aborter.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const response = await postDocument(desk, operator, { content: 'Watched.', filename: 'w.txt' });
  const { id } = (await response.json()) as { id: string };
  let heard = '';
  await waitFor('the event', async () => {
    heard += (await reader?.read())?.value ?? '';
    return heard.includes(`data: {"documentId":"${id}"}`);
  });
  aborter.abort();
});

test('the same file for the same readers is recognised; for others it is another document', async () => {
  const upload = { content: 'Umbrellas are at the desk.', filename: 'umbrellas.txt' };
  const first = await (await postDocument(desk, operator, upload)).json();
  const again = await postDocument(desk, operator, { ...upload, filename: 'copy.txt' });
  expect(again.status).toBe(202);
  expect(await again.json()).toEqual({ ...first, outcome: 'unchanged', isDuplicate: true });
  const staffOnly = await postDocument(desk, operator, { ...upload, visibility: 'staff' });
  expect((await staffOnly.json()).id).not.toBe(first.id);
});

test('a file of an unknown kind fails with the reason in the language of the reader', async () => {
  const content = new Uint8Array(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256));
  const view = await uploadAndWait(desk, operator, { content, filename: 'noise.pdf' });
  expect(view).toMatchObject({
    status: 'failed',
    chunks: null,
    error: { code: 'unsupported_type' },
  });
  const headers = { 'accept-language': 'zh-CN' };
  const chinese = await call(`/api/documents/${view.id}`, operator, { headers });
  expect((await chinese.json()).error.message).toContain('无法读取这种类型的文件');
  const text = await call(`/api/documents/${view.id}/text`, operator);
  expect(await text.json()).toEqual({ elements: [], hidden: [], next: null });
});

test('a name with a path in it is only a name', async () => {
  const view = await uploadAndWait(desk, operator, {
    content: 'Keys hang behind the door.',
    filename: '../../../etc/keys.txt',
  });
  expect(view).toMatchObject({ filename: 'keys.txt', title: 'keys', status: 'ready' });
});

test('deleting removes a document from the list, from search and from the disk', async () => {
  const content = 'The quokka lives in the lobby aquarium.';
  const { id } = await uploadAndWait(desk, operator, { content, filename: 'quokka.txt' });
  const find = async () => {
    const body = JSON.stringify({ query: 'Where does the quokka live?', k: 5 });
    const headers = { 'content-type': 'application/json' };
    const response = await call('/api/search', operator, { method: 'POST', body, headers });
    const { hits } = (await response.json()) as { hits: { documentId: string }[] };
    return hits.some((hit) => hit.documentId === id);
  };
  expect(await find()).toBe(true);
  const before = storedFiles().length;
  const deleted = await call(`/api/documents/${id}`, operator, { method: 'DELETE' });
  expect(await deleted.json()).toMatchObject({
    before: { files: 1, versions: 1, chunks: 1, indexed: 1 },
    after: { files: 0, versions: 0, chunks: 0, indexed: 0 },
  });
  expect(await find()).toBe(false);
  expect((await call(`/api/documents/${id}`, operator)).status).toBe(404);
  expect(storedFiles()).toHaveLength(before - 1);
  const proof = await call(`/api/documents/${id}/deletion`, viewer);
  expect(await proof.json()).toMatchObject({ by: expect.any(String), after: { chunks: 0 } });
});

test('a viewer reads documents but changes none; a guest does not even see the list', async () => {
  const { id } = await uploadAndWait(desk, operator, { content: 'Read me.', filename: 'r.txt' });
  expect((await list(viewer)).map((view) => view.id)).toContain(id);
  expect((await call(`/api/documents/${id}`, viewer, { method: 'DELETE' })).status).toBe(403);
  expect((await postDocument(desk, viewer, { content: 'x', filename: 'x.txt' })).status).toBe(403);
  expect((await desk.fetch('/api/documents')).status).toBe(401);
  expect((await desk.fetch(`/api/documents/${id}`)).status).toBe(401);
});

test('a document of a team is not there for others until its readers change', async () => {
  const admin = await desk.createKey('admin@demo.test');
  const { id } = await uploadAndWait(desk, admin, {
    content: 'Payroll closes on the 25th.',
    filename: 'payroll.txt',
    visibility: 'team:payroll',
  });
  expect((await call(`/api/documents/${id}`, viewer)).status).toBe(404);
  const init = {
    method: 'PATCH',
    body: JSON.stringify({ visibility: 'staff', title: 'Payroll dates' }),
    headers: { 'content-type': 'application/json' },
  };
  expect((await call(`/api/documents/${id}`, viewer, init)).status).toBe(403);
  expect((await call(`/api/documents/${id}`, operator, init)).status).toBe(404);
  expect((await call(`/api/documents/${id}`, admin, init)).status).toBe(200);
  const seen = await call(`/api/documents/${id}`, viewer);
  expect(await seen.json()).toMatchObject({ title: 'Payroll dates', visibility: 'staff' });
});

test('a request without a file, or with readers that do not exist, is told so', async () => {
  const form = new FormData();
  form.set('visibility', 'public');
  const without = await call('/api/documents', operator, { method: 'POST', body: form });
  expect(without.status).toBe(400);
  expect((await without.json()).error.code).toBe('file_missing');
  const before = storedFiles().length;
  const upload = { content: 'x', filename: 'x.txt', visibility: 'the world' };
  expect((await postDocument(desk, operator, upload)).status).toBe(400);
  expect(storedFiles()).toHaveLength(before);
});

interface LargeAnswer {
  status: number | undefined;
  /** How many bytes of the file had left for the server when it answered. */
  sent: number;
}

/** Sends a form with one endless file until the server answers or the form is done. */
function sendLarge(bytes: number, headers: Record<string, string>): Promise<LargeAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<LargeAnswer>();
  const boundary = 'large-file';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="large.txt"\r\n\r\n`;
  const sending = httpRequest(`${desk.url}/api/documents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${operator}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    },
  });
  const part = Buffer.alloc(1_000_000, 'a');
  let sent = 0;
  const send = () => {
    while (sent < bytes) {
      sent += part.length;
      if (!sending.write(part)) return;
    }
    sending.end(`\r\n--${boundary}--\r\n`);
  };
  sending.on('drain', send);
  sending.once('response', (response) => {
    resolve({ status: response.statusCode, sent });
    response.resume();
    sending.destroy();
  });
  sending.on('error', reject);
  sending.write(head);
  send();
  return promise;
}

test('an upload of 200 MB that says so is refused before it is here, and nothing is stored', async () => {
  const before = storedFiles();
  const response = await sendLarge(200_000_000, { 'content-length': '200000200' });
  expect(response.status).toBe(413);
  expect(response.sent).toBeLessThan(50_000_000);
  expect(storedFiles()).toEqual(before);
});

test('an upload that does not tell its length is refused when it has become too long', async () => {
  const before = storedFiles();
  const response = await sendLarge(200_000_000, { 'transfer-encoding': 'chunked' });
  expect(response.status).toBe(413);
  expect(storedFiles()).toEqual(before);
});

test('an upload that its sender breaks off leaves nothing', async () => {
  const before = storedFiles();
  const sending = httpRequest(`${desk.url}/api/documents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${operator}`,
      'content-type': 'multipart/form-data; boundary=cut',
    },
  });
  sending.on('error', () => undefined);
  const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="cut.txt"\r\n\r\n';
  sending.write(head + 'half of it '.repeat(20_000));
  await waitFor('the upload to begin', () => storedFiles().length > before.length);
  sending.destroy();
  await waitFor('the rest to be removed', () => storedFiles().length === before.length);
});

test('an ingestion that a power cut interrupts is done after the next start', async () => {
  const lines = Array.from({ length: 45 }, (_, index) => ({
    text: `Line ${index} of a long handbook about everything that happens at the desk.`,
    y: 740 - index * 15,
  }));
  const content = makePdf(Array.from({ length: 600 }, () => lines));
  const response = await postDocument(desk, operator, { content, filename: 'handbook.pdf' });
  const { id } = (await response.json()) as { id: string };
  await waitFor('the ingestion to begin', async () => {
    const view = await (await call(`/api/documents/${id}`, operator)).json();
    return view.status !== 'queued';
  });
  await desk.kill9();
  await desk.restart();
  const view = await waitUntilSettled(desk, operator, id);
  expect(view).toMatchObject({ status: 'ready', pages: 600 });
});
