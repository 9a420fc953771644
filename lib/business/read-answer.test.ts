import { expect, test } from 'vitest';
import { z } from 'zod';
import { withoutSecrets } from '@/lib/credentials/without-secrets';
import { readAnswer } from './read-answer';

const json = 'application/json';

test.each<[number, string, string, object]>([
  [200, json, '{"a":1}', { outcome: 'ok', data: { a: 1 } }],
  [204, '', '', { outcome: 'ok', data: null }],
  [200, 'text/plain; charset=utf-8', 'Done.', { outcome: 'ok', data: 'Done.' }],
  [200, 'text/html', '<html>Sign in</html>', { outcome: 'unavailable', reason: 'not_json' }],
  [200, json, '{"a":', { outcome: 'unavailable', reason: 'not_json' }],
  [302, json, '{}', { outcome: 'unavailable', reason: 'unexpected' }],
  [408, json, '{}', { outcome: 'unavailable', reason: 'server_error' }],
  [429, json, '{"code":"slow_down"}', { outcome: 'unavailable', reason: 'server_error' }],
  [503, 'text/html', 'Away', { outcome: 'unavailable', reason: 'server_error' }],
  [404, 'text/html', '<html>', { outcome: 'refused', status: 404 }],
  [
    422,
    json,
    '{"code":"TOO BAD","error":"No."}',
    { outcome: 'refused', status: 422, message: 'No.' },
  ],
  [
    409,
    json,
    '{"code":"taken","title":"T","detail":"D"}',
    { outcome: 'refused', status: 409, code: 'taken', message: 'D' },
  ],
  [400, json, '{"error":{"message":"M"}}', { outcome: 'refused', status: 400, message: 'M' }],
  [400, json, '[1]', { outcome: 'refused', status: 400 }],
])('%i with %s %s', (status, type, text, answer) => {
  const headers = type ? { 'content-type': type } : {};
  expect(readAnswer({ status, headers, text }, z.unknown())).toEqual(answer);
});

test('a refusal is cut to what somebody can read', () => {
  const text = JSON.stringify({ message: 'x'.repeat(10_000) });
  const answer = readAnswer({ status: 400, headers: {}, text }, z.unknown());
  expect(answer).toMatchObject({ message: 'x'.repeat(500) });
});

test('what proved a request is in no answer, however that spells it', () => {
  const headers = { authorization: 'Bearer s3cret-t0ken', 'x-key': 'quo"ted key+1' };
  const text = 'a Bearer s3cret-t0ken, s3cret-t0ken; "quo\\"ted key+1"; ?k=quo%22ted%20key%2B1';
  const clean = withoutSecrets(text, { headers, query: { k: 'short' } });
  expect(clean).toBe('a ••••••, ••••••; "••••••"; ?k=••••••');
});
