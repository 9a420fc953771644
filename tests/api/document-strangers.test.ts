import { afterAll, beforeAll, expect, test } from 'vitest';
import { findUserByEmail } from '@/lib/db/identity/users';
import { listChunks } from '@/lib/db/knowledge/chunks';
import { findDocument } from '@/lib/db/knowledge/documents';
import { createApiKey } from '@/lib/operations/create-api-key';
import { createUser } from '@/lib/operations/create-user';
import { closeQueue } from '@/lib/queue';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { addIndexedDocument } from '@/tests/support/indexed-document';

let desk: DeskServer;
let stranger: string;
let id: string;
let chunkId: string;

beforeAll(async () => {
  const member = { kind: 'staff', roles: ['operator', 'developer'], teamIds: [] } as const;
  await createUser({
    email: 'stranger@desk.test',
    ...member,
    roles: [...member.roles],
    teamIds: [],
  });
  const user = await findUserByEmail('stranger@desk.test');
  stranger = (await createApiKey({ userId: user?.id ?? '', name: 'test' })).key;
  desk = await serveDesk();
  id = await addIndexedDocument({ visibility: 'team:finance', texts: ['The vault is full.'] });
  const versionId = (await findDocument(id))?.liveVersionId ?? '';
  chunkId = (await listChunks(versionId, { limit: 1 }))[0]?.chunk.id ?? '';
});
afterAll(async () => {
  await desk.close();
  await closeQueue();
});

async function call(method: string, target: string, body?: unknown): Promise<[number, string]> {
  const headers = { authorization: `Bearer ${stranger}`, 'content-type': 'application/json' };
  const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  const response = await fetch(`${desk.url}/api${target}`, init);
  return [response.status, await response.text()];
}

/** Everything that can be asked of a document. */
const requests = (document: string, chunk: string): [string, string, unknown?][] => [
  ['GET', `/documents/${document}`],
  ['PATCH', `/documents/${document}`, { visibility: 'public' }],
  ['DELETE', `/documents/${document}`],
  ['GET', `/documents/${document}/text`],
  ['GET', `/documents/${document}/file`],
  ['GET', `/documents/${document}/file?version=1`],
  ['GET', `/documents/${document}/pages/1`],
  ['GET', `/documents/${document}/log`],
  ['GET', `/documents/${document}/versions`],
  ['POST', `/documents/${document}/versions`],
  ['POST', `/documents/${document}/versions/1/restore`],
  ['POST', `/documents/${document}/cancel`],
  ['POST', `/documents/${document}/retry`],
  ['GET', `/documents/${document}/deletion`],
  ['GET', `/documents/${document}/chunks`],
  ['POST', `/documents/${document}/chunks`, { text: 'The vault is empty.' }],
  ['PATCH', `/documents/${document}/chunks/${chunk}`, { text: 'The vault is empty.' }],
  ['DELETE', `/documents/${document}/chunks/${chunk}`],
  ['DELETE', `/documents/${document}/edits/${chunk}`],
  ['GET', `/documents/${document}/passages`],
  ['GET', `/citations/${chunk}`],
  ['GET', `/citations/${chunk}/page`],
];

test("another team's document looks in every way like one that is not there", async () => {
  const theirs = requests(id, chunkId);
  const none = requests('never-was', 'never-was');
  for (const [index, request] of theirs.entries()) {
    const answer = await call(...request);
    expect([request, answer]).toEqual([request, await call(...(none[index] ?? request))]);
    expect(answer[0]).toBe(404);
  }
  expect(await findDocument(id)).toMatchObject({ visibility: 'team:finance' });
  expect((await call('GET', '/documents'))[1]).not.toContain(id);
  expect(JSON.parse((await call('GET', '/documents/counts'))[1])).toMatchObject({ all: 0 });
});

test('numbers that no page, place or version has, and letters that cannot be kept, are told as such', async () => {
  const mine = await addIndexedDocument({ visibility: 'staff', texts: ['The tap drips.'] });
  const document = `/documents/${mine}`;
  const odd = ['9007199254740991', '2147483648', '1e300', '-1', '0.5', 'x', '%00'];
  for (const number of odd) {
    for (const target of [
      `/pages/${number}`,
      `/text?page=${number}`,
      `/text?from=${number}`,
      `/text?version=${number}`,
      `/chunks?page=${number}`,
      `/passages?page=${number}`,
      `/chunks?from=${number}`,
      `/log?version=${number}`,
      `/file?version=${number}`,
    ]) {
      const [status, answer] = await call('GET', `${document}${target}`);
      expect([target, status, answer]).toEqual([target, 400, expect.any(String)]);
    }
    expect((await call('POST', `${document}/versions/${number}/restore`))[0]).toBe(400);
  }
  const added = { text: 'The tap is mended.', page: 2_147_483_648 };
  expect((await call('POST', `${document}/chunks`, added))[0]).toBe(400);
  for (const text of ['a\0b', '', 'x'.repeat(20_001), 5, null]) {
    expect((await call('POST', `${document}/chunks`, { text }))[0]).toBe(400);
  }
  const path = '..%2f..%2f..%2fetc%2fpasswd';
  for (const request of requests(path, path)) {
    expect([request, (await call(...request))[0]]).toEqual([request, 404]);
  }
});
