import { mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { documents, documentVersions } from '@/drizzle/schema/knowledge';
import { db } from '@/lib/db/client';
import { listSourceDocuments } from '@/lib/db/knowledge/source-documents';
import { cancelRun, findSource, listDueSources, updateSource } from '@/lib/db/knowledge/sources';
import { closeQueue } from '@/lib/queue';
import { type SiteServer, startSite } from '@/tests/support/site-server';
import { waitFor } from '@/tests/support/wait-for';
import { createSource } from './create-source';
import { deleteSource } from './delete-source';
import { requestSync } from './request-sync';
import { watchFolderSources } from './schedule-sources';
import { syncSource } from './sync-source';

// The sites of these tests stand on this machine.
process.env.ALLOWED_HOSTS = '127.0.0.1';

const { signal } = new AbortController();
const sites: SiteServer[] = [];
const folders: string[] = [];
let site: SiteServer;
let folder: string;

beforeEach(async () => {
  site = await startSite();
  sites.push(site);
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'frontdesk-source-')));
  folders.push(folder);
});
afterAll(async () => {
  await Promise.all(sites.map((one) => one.close()));
  await Promise.all(folders.map((one) => rm(one, { recursive: true, force: true })));
  await closeQueue();
});

const put = (file: string, content: string) => writeFile(path.join(folder, file), content);

async function folderSource(): Promise<string> {
  const fields = { kind: 'folder', config: { path: folder }, everyMinutes: 60 };
  return (await createSource(null, { ...fields, visibility: 'staff' })).id;
}

async function pagesSource(...paths: string[]): Promise<string> {
  const config = { urls: paths.map((one) => `${site.origin}${one}`) };
  const fields = { kind: 'web-page', config, everyMinutes: 60 };
  return (await createSource(null, { ...fields, visibility: 'public' })).id;
}

const sync = (id: string) => syncSource(id, { signal });

async function keysOf(id: string): Promise<string[]> {
  const rows = await listSourceDocuments(id);
  return rows.map(({ key }) => key.replace(site.origin, '')).sort();
}

/** How many versions there are of each document of a source, by its key. */
async function versionsOf(id: string): Promise<Record<string, number>> {
  const rows = await db()
    .select({ key: documents.sourceKey, number: documentVersions.number })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(eq(documents.sourceId, id));
  return Object.fromEntries(
    Object.entries(Object.groupBy(rows, ({ key }) => key?.replace(site.origin, '') ?? '')).map(
      ([key, group]) => [key, group?.length ?? 0],
    ),
  );
}

test('a folder is read: what is new comes, what changed is a new version, what vanished goes', async () => {
  await put('a.txt', 'Apples');
  await put('b.txt', 'Bananas');
  const id = await folderSource();
  expect(await sync(id)).toMatchObject({ found: 2, added: 2, failed: 0, isComplete: true });
  expect(await sync(id)).toMatchObject({ found: 2, added: 0, unchanged: 2 });
  await put('a.txt', 'Apples and pears');
  await rm(path.join(folder, 'b.txt'));
  await put('c.txt', 'Cherries');
  expect(await sync(id)).toMatchObject({ found: 2, added: 1, changed: 1, removed: 1 });
  expect(await versionsOf(id)).toEqual({ 'a.txt': 2, 'c.txt': 1 });
  const row = await findSource(id);
  expect(row).toMatchObject({ state: 'idle', documents: 2, last: { added: 1, changed: 1 } });
  expect(row?.nextRunAt.getTime()).toBeGreaterThan(Date.now() + 59 * 60_000);
});

test('a file that was only touched makes no version', async () => {
  await put('a.txt', 'Apples');
  const id = await folderSource();
  await sync(id);
  await utimes(path.join(folder, 'a.txt'), new Date(), new Date(Date.now() + 10_000));
  expect(await sync(id)).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await versionsOf(id)).toEqual({ 'a.txt': 1 });
});

test('a document that somebody deleted comes again while the source holds it', async () => {
  await put('a.txt', 'Apples');
  const id = await folderSource();
  await sync(id);
  await db().delete(documents).where(eq(documents.sourceId, id));
  expect(await sync(id)).toMatchObject({ added: 1 });
});

test('a folder that is gone ends the run with the reason; its documents stay', async () => {
  await put('a.txt', 'Apples');
  const id = await folderSource();
  await sync(id);
  await rm(folder, { recursive: true });
  expect(await sync(id)).toBeNull();
  expect(await findSource(id)).toMatchObject({
    state: 'failed',
    errorCode: 'folder_missing',
    documents: 1,
  });
  await mkdir(folder);
  expect(await sync(id)).toMatchObject({ removed: 1 });
  expect(await findSource(id)).toMatchObject({ state: 'idle', errorCode: null, documents: 0 });
});

test('a page that fails keeps its document, and the others are read; one that is gone goes', async () => {
  for (const name of ['/a', '/b', '/c']) site.pages.set(name, `<p>Page ${name}</p>`);
  const id = await pagesSource('/a', '/b', '/c');
  await sync(id);
  site.pages.set('/a', '<p>Another page</p>');
  site.pages.set('/b', (_, response) => response.writeHead(500).end());
  site.pages.delete('/c');
  expect(await sync(id)).toEqual({
    found: 3,
    added: 0,
    changed: 1,
    unchanged: 0,
    removed: 1,
    failed: 1,
    isComplete: true,
    faults: [{ key: `${site.origin}/b`, reason: 'http_status', values: { status: 500, wait: '' } }],
  });
  expect(await keysOf(id)).toEqual(['/a', '/b']);
});

test('while a part of the listing is missing, nothing is removed', async () => {
  const { origin } = site;
  const sitemap = (...names: string[]) =>
    `<urlset>${names.map((name) => `<url><loc>${origin}${name}</loc></url>`).join('')}</urlset>`;
  const index = `<sitemapindex><sitemap><loc>${origin}/1.xml</loc></sitemap><sitemap><loc>${origin}/2.xml</loc></sitemap></sitemapindex>`;
  site.pages.set('/sitemap.xml', index);
  site.pages.set('/1.xml', sitemap('/a'));
  site.pages.set('/2.xml', sitemap('/b'));
  for (const name of ['/a', '/b']) site.pages.set(name, `<p>Page ${name}</p>`);
  const fields = { kind: 'sitemap', config: { url: origin }, everyMinutes: 60 };
  const { id } = await createSource(null, { ...fields, visibility: 'public' });
  expect(await sync(id)).toMatchObject({ added: 2, isComplete: true });
  site.pages.delete('/2.xml');
  expect(await sync(id)).toMatchObject({ found: 1, removed: 0, failed: 1, isComplete: false });
  expect(await keysOf(id)).toEqual(['/a', '/b']);
  site.pages.set('/sitemap.xml', sitemap('/a'));
  expect(await sync(id)).toMatchObject({ removed: 1, isComplete: true });
});

test('a run that is broken off is repeated and ends the same', async () => {
  const names = ['/a', '/b', '/c', '/d', '/e'];
  for (const name of names) site.pages.set(name, `<p>Page ${name}</p>`);
  const id = await pagesSource(...names);
  const stopping = new AbortController();
  site.pages.set('/c', () => stopping.abort(new Error('the worker is stopping')));
  await expect(syncSource(id, { signal: stopping.signal })).rejects.toThrow('stopping');
  expect(await findSource(id)).toMatchObject({ state: 'running' });
  site.pages.set('/c', '<p>Page /c</p>');
  expect(await sync(id)).toMatchObject({ found: 5, failed: 0, removed: 0 });
  expect(await versionsOf(id)).toEqual({ '/a': 1, '/b': 1, '/c': 1, '/d': 1, '/e': 1 });
});

test('a source that is changed while it is read is left at the next page', async () => {
  site.pages.set('/a', '<p>Page</p>');
  site.pages.set('/b', '<p>Page</p>');
  const id = await pagesSource('/a', '/b', '/c', '/d');
  site.pages.set('/a', (_, response) => {
    void cancelRun(id).then(() => response.end('<p>Page</p>'));
  });
  expect(await sync(id)).toBeNull();
  expect(await findSource(id)).toMatchObject({ state: 'idle', startedAt: null });
  expect(site.requests.map(({ url }) => url)).not.toContain('/d');
  // What was on its way in when readers may have been narrowed is not kept.
  expect(await keysOf(id)).not.toContain('/a');
});

test('what a run has no time for is read first by the next', async () => {
  for (const name of ['a', 'b', 'c']) await put(`${name}.txt`, name);
  const id = await folderSource();
  await sync(id);
  await put('a.txt', 'changed');
  const outcome = await syncSource(id, { signal, timeLimitMs: 0 });
  expect(outcome).toMatchObject({
    found: 3,
    changed: 0,
    removed: 0,
    // Two are read at once, so which was read longest ago is chance.
    faults: [{ key: expect.any(String), reason: 'out_of_time', values: { count: 3 } }],
  });
  expect(await sync(id)).toMatchObject({ changed: 1, unchanged: 2, failed: 0 });
});

test('a site that never tells what it holds ends the run with the reason', async () => {
  site.pages.set('/sitemap.xml', () => undefined);
  const config = { url: `${site.origin}/sitemap.xml` };
  const fields = { kind: 'sitemap', config, visibility: 'staff' as const, everyMinutes: 60 };
  const { id } = await createSource(null, fields);
  expect(await syncSource(id, { signal, listLimitMs: 100 })).toBeNull();
  expect(await findSource(id)).toMatchObject({ state: 'failed', errorCode: 'listing_too_slow' });
});

test('asked for while it runs, a source is due again as soon as that has ended', async () => {
  site.pages.set('/a', '<p>Page</p>');
  const id = await pagesSource('/a');
  site.pages.set('/a', (_, response) => {
    void requestSync(id).then(() => response.end('<p>Page</p>'));
  });
  await sync(id);
  expect(await listDueSources()).toContain(id);
  await updateSource(db(), id, { isPaused: true });
  expect(await listDueSources()).not.toContain(id);
});

test('a deleted source takes its documents with it, or leaves them as uploads', async () => {
  await put('a.txt', 'Apples');
  const [gone, left] = [await folderSource(), await folderSource()];
  await sync(gone);
  await sync(left);
  const [kept] = await listSourceDocuments(left);
  await deleteSource(null, gone, { keepDocuments: false });
  await deleteSource(null, left, { keepDocuments: true });
  expect(await findSource(gone)).toBeNull();
  expect(await findSource(left)).toBeNull();
  const rows = await db()
    .select()
    .from(documents)
    .where(eq(documents.id, kept?.id ?? ''));
  expect(rows).toMatchObject([{ sourceId: null, sourceKey: null, title: 'a' }]);
  expect(await listSourceDocuments(gone)).toEqual([]);
  expect(await sync(gone)).toBeNull();
});

test('a change in a watched folder leads to a run soon, not at the next hour', async () => {
  const id = await folderSource();
  await sync(id);
  const watching = new AbortController();
  const isOver = watchFolderSources(watching.signal, 100);
  const isDue = async () => (await listDueSources()).includes(id);
  await waitFor('a first look', isDue);
  await sync(id);
  expect(await isDue()).toBe(false);
  await put('new.txt', 'News');
  await waitFor('the change to be noticed', isDue);
  watching.abort();
  await isOver;
});
