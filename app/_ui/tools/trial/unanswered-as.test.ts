import { expect, test } from 'vitest';
import en from '@/lib/i18n/messages/en/tools.json';
import zh from '@/lib/i18n/messages/zh/tools.json';
import { unansweredAs } from './unanswered-as';

const response = (answer: unknown, isError = true) => ({
  shown: JSON.stringify(answer, null, 2),
  durationMs: 3,
  isError,
});

test.each([
  ['network', 'network'],
  ['timeout', 'timeout'],
  ['address-refused', 'address_refused'],
  ['refused-address', 'address_refused'],
  ['refused-credential', 'credential_refused'],
  ['unreadable-credential', 'credential_unreadable'],
  ['server-error', 'server_error'],
  ['not-json', 'not_json'],
  ['too-large', 'too_large'],
  ['unexpected', 'unexpected'],
  ['unknown-command', 'unknown_command'],
  ['busy', 'busy'],
])('%s has a sentence in both languages', (reason, code) => {
  expect(unansweredAs(response({ outcome: 'unavailable', reason, isUnsent: true }))).toBe(code);
  expect(en.faults).toHaveProperty(code);
  expect(zh.faults).toHaveProperty(code);
});

test('that the desk has no credential to send is told, too', () => {
  const refusal = { outcome: 'refused', code: 'credential_refused' };
  expect(unansweredAs(response(refusal))).toBe('credential_refused');
});

test('what the system said itself is not explained, nor what was cut', () => {
  const silent = { outcome: 'unavailable', reason: 'network' };
  expect(unansweredAs(response(silent, false))).toBeNull();
  expect(
    unansweredAs({ ...response({ outcome: 'refused', status: 404 }), status: 404 }),
  ).toBeNull();
  expect(unansweredAs(response({ outcome: 'refused', message: 'no' }))).toBeNull();
  expect(unansweredAs({ ...response(silent), shown: '{"outcome": "unav' })).toBeNull();
});
