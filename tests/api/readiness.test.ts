import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesk, type TestDesk } from '@/tests/support/desk';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.stop());

test('a monitor that knows no account sees that the desk is alive and that every part serves', async () => {
  const health = await desk.fetch('/api/health');
  expect(health.status).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });

  const ready = await desk.fetch('/api/ready');
  expect(ready.status).toBe(200);
  expect((await ready.json()).failed).toEqual([]);
  expect(ready.headers.getSetCookie()).toEqual([]);
});

test('after a power cut the desk serves again, and who was signed in still is', async () => {
  const cookie = await desk.signIn('admin@demo.test');
  await desk.kill9();
  await expect(desk.fetch('/api/health')).rejects.toThrow();
  await desk.restart();
  const response = await desk.fetch('/api/inbox', { headers: { cookie } });
  expect(response.status).toBe(200);
});

test('a program uses an API key as its account', async () => {
  const key = await desk.createKey('operator@demo.test');
  const response = await desk.fetch('/api/inbox', { headers: { authorization: `Bearer ${key}` } });
  expect(response.status).toBe(200);
  const refused = await desk.fetch('/api/inbox', { headers: { authorization: 'Bearer fd_no' } });
  expect(refused.status).toBe(401);
});
