import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeChunk } from '@/knowledge/documents/change-chunk';
import { changeDocument } from '@/knowledge/documents/change-document';
import { deleteDocument } from '@/knowledge/documents/delete-document';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import type { Visibility } from '@/lib/auth/visibility';
import { listChunks } from '@/lib/db/knowledge/chunks';
import { findDocument } from '@/lib/db/knowledge/documents';
import { closeQueue } from '@/lib/queue';
import { type CitedPassage, citedPassageSchema } from '@/lib/shared/chunks';
import { BrowserSession } from '@/tests/support/browser-session';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { makePdf } from '@/tests/support/make-pdf';
import { cellXml, makeXlsx, sheetXml } from '@/tests/support/make-xlsx';
import { admin } from '@/tests/support/principals';

let desk: DeskServer;
let guest: BrowserSession;

beforeAll(async () => {
  desk = await serveDesk();
  guest = new BrowserSession(desk.url);
});
afterAll(async () => {
  await desk.close();
  await closeQueue();
});

const quote = 'Boats are tied up before sunset.';
const first = 'The harbour master sits on the pier and takes the fees.';
const cover = [{ text: 'A leaf without anything of interest.', y: 600 }];
const pier = makePdf([
  cover,
  [
    { text: first, y: 600 },
    { text: quote, y: 586 },
  ],
]);

interface Upload {
  filename?: string;
  visibility?: Visibility;
  replaces?: string;
}

async function ingest(content: Uint8Array | string, upload: Upload = {}): Promise<string> {
  const { filename = 'pier.pdf', visibility = 'public', replaces } = upload;
  const stream = Readable.from([Buffer.from(content)]);
  const given = { principal: admin, stream, filename, visibility, replaces };
  const { id, versionId } = await uploadDocument(given);
  await ingestVersion(versionId);
  return id;
}

/** The passage of a document that says these words. */
async function chunkWith(documentId: string, words: string): Promise<string> {
  const versionId = (await findDocument(documentId))?.liveVersionId ?? '';
  const chunks = await listChunks(versionId, { limit: 100 });
  return chunks.find(({ chunk }) => chunk.text.includes(words))?.chunk.id ?? 'none';
}

async function ask(path: string): Promise<[number, string]> {
  const response = await guest.fetch(`/api${path}`);
  return [response.status, await response.text()];
}

async function open(chunkId: string, query = ''): Promise<CitedPassage> {
  const [status, body] = await ask(`/citations/${chunkId}${query}`);
  expect(status).toBe(200);
  return citedPassageSchema.parse(JSON.parse(body));
}

const fault = (code: string) => [404, expect.stringContaining(`"code":"${code}"`)];

test('a guest opens a citation: its passage, the line of the quote, and the picture of its page', async () => {
  const id = await ingest(pier);
  const chunkId = await chunkWith(id, quote);
  const cited = await open(chunkId, `?${new URLSearchParams({ quote })}`);
  expect(cited).toMatchObject({ documentId: id, page: 2, unit: 'page', hasPicture: true });
  expect(cited.boxes).toHaveLength(1);
  expect(cited.quoteBoxes).toHaveLength(1);
  const top = ((cited.quoteBoxes[0]?.y ?? 0) - (cited.boxes[0]?.y ?? 0)) * 792;
  expect(top).toBeCloseTo(600 - 586, 0);
  expect((await open(chunkId)).quoteBoxes).toEqual([]);

  const picture = await guest.fetch(`/api/citations/${chunkId}/page`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('cache-control')).toBe('private, no-store');
  const pixels = Buffer.from(await picture.arrayBuffer());
  expect(await sharp(pixels).metadata()).toMatchObject({ format: 'png', width: 935 });
  const [status] = await ask(`/citations/${chunkId}?quote=${'x'.repeat(301)}`);
  expect(status).toBe(400);
});

test('what a guest may not read looks in every way like what is not there', async () => {
  const id = await ingest(pier, { visibility: 'staff', filename: 'staff.pdf' });
  const chunkId = await chunkWith(id, quote);
  const paths = (document: string, chunk: string) => [
    `/citations/${chunk}`,
    `/citations/${chunk}?document=${document}`,
    `/citations/${chunk}/page`,
    `/documents/${document}/passages`,
    `/documents/${document}/passages?page=2`,
    `/documents/${document}/pages/2`,
    `/documents/${document}/pages/2?version=1`,
  ];
  const unknown = paths('never-was', 'never-was');
  for (const [index, path] of paths(id, chunkId).entries()) {
    expect([path, await ask(path)]).toEqual([path, await ask(unknown[index] ?? '')]);
    expect([path, await ask(path)]).toEqual([path, fault('not_found')]);
  }
});

test('a document that is hidden or deleted after it was cited is not opened any more', async () => {
  const id = await ingest(pier, { filename: 'hidden.pdf' });
  const chunkId = await chunkWith(id, quote);
  const paths = [`/citations/${chunkId}?document=${id}`, `/citations/${chunkId}/page`];
  for (const path of paths) expect((await ask(path))[0]).toBe(200);
  await changeDocument(admin, id, { visibility: 'staff' });
  for (const path of paths) expect(await ask(path)).toEqual(fault('not_found'));
  await changeDocument(admin, id, { visibility: 'public' });
  for (const path of paths) expect((await ask(path))[0]).toBe(200);
  await deleteDocument(admin, id);
  for (const path of paths) expect(await ask(path)).toEqual(fault('not_found'));
});

test('a new version is opened where it says the same, and told of where it does not', async () => {
  const id = await ingest(pier, { filename: 'versions.pdf' });
  const chunkId = await chunkWith(id, quote);
  const moved = makePdf([
    cover,
    cover,
    [
      { text: first, y: 500 },
      { text: quote, y: 486 },
    ],
  ]);
  await ingest(moved, { replaces: id });
  expect(await open(chunkId)).toMatchObject({ page: 3, hasPicture: true });
  expect((await ask(`/documents/${id}/pages/1`))[0]).toBe(200);
  expect(await ask(`/documents/${id}/pages/1?version=1`)).toEqual(fault('not_found'));

  await ingest(makePdf([cover]), { replaces: id });
  expect(await ask(`/citations/${chunkId}?document=${id}`)).toEqual(fault('passage_gone'));
  expect(await ask(`/citations/${chunkId}`)).toEqual(fault('not_found'));
  expect(await ask(`/citations/${chunkId}/page`)).toEqual(fault('not_found'));
});

test('guests read what answers are taken from: not what is hidden, switched off or was corrected', async () => {
  const html = [
    '<h1>Pier</h1><p>Boats are tied up before sunset.</p>',
    '<h1>Fees</h1><p>A berth costs 10 crowns.</p><p style="display:none">The safe code is 4711.</p>',
    '<h1>Crew</h1><p>The night guard sleeps at two.</p>',
  ].join('');
  const id = await ingest(html, { filename: 'pier.html' });
  const fees = await chunkWith(id, '10 crowns');
  await changeChunk(admin, id, fees, { text: 'A berth costs 12 crowns.' });
  const guard = await chunkWith(id, 'night guard');
  await changeChunk(admin, id, guard, { isDisabled: true });

  const [status, text] = await ask(`/documents/${id}/passages`);
  expect(status).toBe(200);
  expect(text).toContain('tied up');
  expect(text).toContain('12 crowns');
  for (const secret of ['10 crowns', '4711', 'night guard']) expect(text).not.toContain(secret);
  expect(await open(fees)).toMatchObject({ after: '', hasPicture: false });
  expect(await ask(`/citations/${guard}?document=${id}`)).toEqual(fault('passage_gone'));
  expect((await ask(`/documents/${id}/text`))[0]).toBe(401);
  expect((await ask(`/documents/${id}/file`))[0]).toBe(401);

  const part = JSON.parse((await ask(`/documents/${id}/passages?limit=1`))[1]);
  expect(part).toMatchObject({ passages: [{ seq: 0 }], next: 1 });
});

test('what is cited of a spreadsheet stands on a sheet', async () => {
  const rows = `<row r="1">${cellXml('A1', 'Berth')}</row><row r="2">${cellXml('A2', 'North pier')}</row>`;
  const id = await ingest(makeXlsx(sheetXml(rows)), { filename: 'berths.xlsx' });
  const cited = await open(await chunkWith(id, 'North pier'));
  expect(cited).toMatchObject({ page: 1, unit: 'sheet', hasPicture: false });
});
