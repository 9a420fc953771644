import { afterAll, beforeAll, expect, test } from 'vitest';
import { findUserByEmail } from '@/lib/db/identity/users';
import { createApiKey } from '@/lib/operations/create-api-key';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { addIndexedDocument } from '@/tests/support/indexed-document';

let desk: DeskServer;

beforeAll(async () => {
  await seedDemoUsers();
  await addIndexedDocument({ title: 'Parking', texts: ['Visitors park on level two.'] });
  await addIndexedDocument({
    title: 'Badges',
    visibility: 'staff',
    texts: ['Staff park on level five and show their badge.'],
  });
  desk = await serveDesk();
});
afterAll(() => desk.close());

async function post(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${desk.url}/api/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.json() };
}

test('a guest gets title, page and text of what is public, and no trace of the rest', async () => {
  const { status, body } = await post(JSON.stringify({ query: 'where do I park', k: 5 }));
  expect(status).toBe(200);
  expect(body.hits).toHaveLength(1);
  expect(body.hits[0]).toMatchObject({
    title: 'Parking',
    page: 1,
    text: 'Visitors park on level two.',
  });
  expect(JSON.stringify(body)).not.toContain('badge');
});

test('staff find both with their key', async () => {
  const user = await findUserByEmail('viewer@demo.test');
  const { key } = await createApiKey({ userId: user?.id ?? '', name: 'test' });
  const headers = { authorization: `Bearer ${key}` };
  const { body } = await post(JSON.stringify({ query: 'park on level', k: 5 }), headers);
  expect(body.hits.map((hit: { title: string }) => hit.title).sort()).toEqual([
    'Badges',
    'Parking',
  ]);
});

test.each([
  ['no JSON', '{', 'invalid_json'],
  ['no query', '{}', 'invalid_request'],
  ['a query that is no text', '{"query": 7}', 'invalid_request'],
  ['a query with a NUL', '{"query": "a\\u0000"}', 'invalid_request'],
  ['too many passages', '{"query": "x", "k": 51}', 'invalid_request'],
  ['no passages', '{"query": "x", "k": 0}', 'invalid_request'],
])('%s is refused with the reason', async (_, body, code) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(response.body.error).toMatchObject({ code, message: expect.any(String) });
});

test.each(['', '😀', '退', "'; drop table chunks; --", 'park '.repeat(10_000)])(
  'any query gets an answer (%#)',
  async (query) => {
    const { status, body } = await post(JSON.stringify({ query }));
    expect(status).toBe(200);
    expect(Array.isArray(body.hits)).toBe(true);
  },
);
