import { expect, test } from 'vitest';
import enErrors from '@/lib/i18n/messages/en/errors.json';
import enTools from '@/lib/i18n/messages/en/tools.json';
import zhErrors from '@/lib/i18n/messages/zh/errors.json';
import zhTools from '@/lib/i18n/messages/zh/tools.json';
import type { CallFault, ConnectionFault } from '@/lib/shared/call-fault';
import { faultOfAnswer } from './fault-of-answer';

const ofCalls: Record<CallFault, true> = {
  network: true,
  timeout: true,
  server_error: true,
  not_json: true,
  too_large: true,
  unexpected: true,
  address_refused: true,
  credential_refused: true,
  credential_unreadable: true,
  unknown_command: true,
  busy: true,
};
const all: Record<ConnectionFault, true> = { ...ofCalls, too_many_tools: true, demo_off: true };

test.each([
  ['English', enTools.faults, enErrors.mcp_unreachable],
  ['Chinese', zhTools.faults, zhErrors.mcp_unreachable],
])('each fault has its sentence in %s, and nothing else has one', (_, faults, unreachable) => {
  expect(Object.keys(faults).sort()).toEqual([...Object.keys(all), 'other'].sort());
  // While a server is being connected there is no connection yet, and other things can be done.
  const told = [...unreachable.matchAll(/ (\w+) \{[^{}]*\}/g)].map(([, fault]) => fault);
  const known = [...Object.keys(ofCalls), 'other'];
  expect(told.filter((fault) => !known.includes(fault ?? ''))).toEqual([]);
});

test('no usable answer is told by what went wrong', () => {
  expect(faultOfAnswer({ outcome: 'unavailable', reason: 'server_error' })).toBe('server_error');
  expect(faultOfAnswer({ outcome: 'ok', data: {} })).toBeUndefined();
});

test('that the desk has no credential to send is told, and what the system said itself is not', () => {
  const refused = (more: object) => faultOfAnswer({ outcome: 'refused', ...more });
  expect(refused({ code: 'credential_refused' })).toBe('credential_refused');
  expect(refused({ code: 'credential_refused', status: 404 })).toBeUndefined();
  expect(refused({ message: 'no' })).toBeUndefined();
});
