import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syncSource } from '@/knowledge/sources/sync-source';
import { findUserByEmail } from '@/lib/db/identity/users';
import { listSourceDocuments } from '@/lib/db/knowledge/source-documents';
import { createApiKey } from '@/lib/operations/create-api-key';
import { createUser } from '@/lib/operations/create-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { closeQueue } from '@/lib/queue';
import type { SourceView } from '@/lib/shared/sources';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';

let desk: DeskServer;
let base: string;
let shared: string;
let developer: string;
let admin: string;

beforeAll(async () => {
  base = await realpath(await mkdtemp(path.join(os.tmpdir(), 'frontdesk-source-')));
  shared = path.join(base, 'shared');
  await mkdir(path.join(shared, 'handbooks'), { recursive: true });
  await writeFile(path.join(shared, 'handbooks', 'parking.txt'), 'Park on level two.');
  process.env.SOURCE_FOLDERS = shared;
  await seedDemoUsers();
  await createUser({ email: 'dev@desk.test', kind: 'staff', roles: ['developer'], teamIds: [] });
  desk = await serveDesk();
  developer = await keyOf('dev@desk.test');
  admin = await keyOf('admin@demo.test');
});
afterAll(async () => {
  await desk.close();
  await closeQueue();
  await rm(base, { recursive: true, force: true });
});

async function keyOf(email: string): Promise<string> {
  const user = await findUserByEmail(email);
  return (await createApiKey({ userId: user?.id ?? '', name: 'test' })).key;
}

function call(key: string, target: string, method = 'GET', body?: unknown, language = 'en') {
  return fetch(`${desk.url}/api/sources${target}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'accept-language': language,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

const handbooks = () => ({
  kind: 'folder',
  config: { path: path.join(shared, 'handbooks') },
  visibility: 'staff',
});

async function create(key: string, fields: object = {}): Promise<SourceView> {
  const response = await call(key, '', 'POST', { ...handbooks(), ...fields });
  expect(response.status).toBe(201);
  return (await response.json()) as SourceView;
}

async function list(key: string): Promise<string[]> {
  const { sources } = (await (await call(key, '')).json()) as { sources: SourceView[] };
  return sources.map(({ id }) => id);
}

const run = (id: string) => syncSource(id, { signal: new AbortController().signal });

async function problemOf(response: Response): Promise<unknown> {
  const { error } = (await response.json()) as { error: { code: string } };
  return [response.status, error.code];
}

test('a developer adds a folder, sees what its run did, and deletes it with its documents', async () => {
  const made = await create(developer);
  expect(made).toMatchObject({
    kind: 'folder',
    name: path.join(shared, 'handbooks'),
    everyMinutes: 60,
    state: 'idle',
    outcome: null,
    documents: 0,
  });
  await run(made.id);
  const read = await (await call(developer, `/${made.id}`)).json();
  expect(read).toMatchObject({ outcome: { added: 1, failed: 0, faults: [] }, documents: 1 });
  expect(await list(developer)).toContain(made.id);
  expect((await call(developer, `/${made.id}?keepDocuments=false`, 'DELETE')).status).toBe(204);
  expect((await call(developer, `/${made.id}`)).status).toBe(404);
  expect(await listSourceDocuments(made.id)).toEqual([]);
});

test('whoever may not manage sources sees none of them', async () => {
  const { id } = await create(developer);
  for (const email of ['operator@demo.test', 'viewer@demo.test', 'customer@demo.test']) {
    const key = await keyOf(email);
    const answers = await Promise.all([
      call(key, ''),
      call(key, '', 'POST', handbooks()),
      call(key, `/${id}`),
      call(key, `/${id}`, 'PATCH', { isPaused: true }),
      call(key, `/${id}/sync`, 'POST'),
      call(key, `/${id}?keepDocuments=true`, 'DELETE'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  }
  expect((await fetch(`${desk.url}/api/sources`)).status).toBe(401);
});

test('a source of a team is not there for others, and cannot be made by them', async () => {
  const { id } = await create(admin, { visibility: 'team:finance' });
  expect(await list(developer)).not.toContain(id);
  for (const [target, method] of [
    [`/${id}`, 'GET'],
    [`/${id}/sync`, 'POST'],
    [`/${id}?keepDocuments=true`, 'DELETE'],
  ] as const) {
    expect((await call(developer, target, method)).status).toBe(404);
  }
  const response = await call(developer, '', 'POST', {
    ...handbooks(),
    visibility: 'team:finance',
  });
  expect(await problemOf(response)).toEqual([403, 'forbidden']);
  const own = await create(developer);
  const moved = await call(developer, `/${own.id}`, 'PATCH', { visibility: 'team:finance' });
  expect(await problemOf(moved)).toEqual([403, 'forbidden']);
});

test.each([
  ['a folder that is not allowed', { config: { path: '/etc' } }, 'folder_refused'],
  ['a way out of an allowed one', { config: { path: '{shared}/../..' } }, 'folder_refused'],
  ['a folder that is not there', { config: { path: '{shared}/none' } }, 'folder_missing'],
  [
    'the address of a metadata service',
    { kind: 'web-page', config: { urls: ['http://169.254.169.254/'] } },
    'address_refused',
  ],
  ['an address of the desk', { kind: 'sitemap', config: { url: '{desk}' } }, 'address_refused'],
  ['a file', { kind: 'sitemap', config: { url: 'file:///etc/passwd' } }, 'address_invalid'],
  ['an unknown kind', { kind: 'constructor' }, 'invalid_request'],
  ['a config of another kind', { config: { urls: ['https://example.com'] } }, 'invalid_request'],
  ['a rhythm of seconds', { everyMinutes: 0 }, 'invalid_request'],
])('%s is refused with the reason', async (_what, fields, code) => {
  const text = JSON.stringify(fields).replace('{shared}', shared).replace('{desk}', desk.url);
  const before = await list(developer);
  const response = await call(developer, '', 'POST', { ...handbooks(), ...JSON.parse(text) });
  expect(await problemOf(response)).toEqual([400, code]);
  expect(await list(developer)).toEqual(before);
});

test('the reason is told in the language of the reader, for forms and for runs', async () => {
  const refused = await call(
    developer,
    '',
    'POST',
    { ...handbooks(), config: { path: '/etc' } },
    'zh-CN',
  );
  expect((await refused.json()).error.message).toContain('此处不能选择该文件夹');
  const folder = path.join(shared, 'soon-gone');
  await mkdir(folder);
  const { id } = await create(developer, { config: { path: folder } });
  await rm(folder, { recursive: true });
  await run(id);
  const chinese = await (await call(developer, `/${id}`, 'GET', undefined, 'zh-CN')).json();
  expect(chinese).toMatchObject({ state: 'failed', error: { code: 'folder_missing' } });
  expect(chinese.error.message).toContain(`文件夹 ${folder} 不存在`);
});

test('new readers count for all documents of a source, at once', async () => {
  const { id } = await create(developer, { visibility: 'public' });
  await run(id);
  const changed = await call(developer, `/${id}`, 'PATCH', { visibility: 'staff', name: 'Books' });
  expect(await changed.json()).toMatchObject({ visibility: 'staff', name: 'Books' });
  expect(await listSourceDocuments(id)).toMatchObject([{ visibility: 'staff' }]);
});

test('a paused source has no next run, is read when asked, and goes on when it is resumed', async () => {
  const { id } = await create(developer);
  await run(id);
  const patch = async (changes: object) =>
    (await (await call(developer, `/${id}`, 'PATCH', changes)).json()) as SourceView;
  expect(await patch({ isPaused: true })).toMatchObject({ isPaused: true, nextRunAt: null });
  expect((await call(developer, `/${id}/sync`, 'POST')).status).toBe(202);
  const resumed = await patch({ isPaused: false });
  expect(Date.parse(resumed.nextRunAt ?? '')).toBeLessThanOrEqual(Date.now());
  const nothing = await call(developer, `/${id}`, 'PATCH', {});
  expect(await problemOf(nothing)).toEqual([400, 'invalid_request']);
});

test('a source that is deleted may leave its documents, as uploads', async () => {
  const { id } = await create(developer);
  await run(id);
  const [document] = await listSourceDocuments(id);
  expect((await call(developer, `/${id}`, 'DELETE')).status).toBe(400);
  expect((await call(developer, `/${id}?keepDocuments=true`, 'DELETE')).status).toBe(204);
  const kept = await fetch(`${desk.url}/api/documents/${document?.id}`, {
    headers: { authorization: `Bearer ${developer}` },
  });
  expect(await kept.json()).toMatchObject({ title: 'parking', source: null });
});
