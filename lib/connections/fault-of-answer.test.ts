import { expect, test } from 'vitest';
import type { UnavailableReason } from '@/lib/business/business-answer';
import en from '@/lib/i18n/messages/en/tools.json';
import zh from '@/lib/i18n/messages/zh/tools.json';
import { faultOfReason, type McpReason } from '@/lib/mcp/mcp-fault';
import { faultOfAnswer } from './fault-of-answer';

const reasons: Record<UnavailableReason, string> = {
  network: 'network',
  timeout: 'timeout',
  'address-refused': 'address_refused',
  'server-error': 'server_error',
  'not-json': 'not_json',
  'too-large': 'too_large',
  unexpected: 'unexpected',
};
const reasonsOfServers: Record<McpReason, string> = {
  network: 'network',
  timeout: 'timeout',
  'refused-address': 'address_refused',
  'refused-credential': 'credential_refused',
  'unreadable-credential': 'credential_unreadable',
  'too-large': 'too_large',
  unexpected: 'unexpected',
  'unknown-command': 'unknown_command',
  busy: 'busy',
};

test.each(Object.entries(reasons))('%s has a sentence in both languages', (reason, code) => {
  const answer = { outcome: 'unavailable', reason: reason as UnavailableReason } as const;
  expect(faultOfAnswer(answer)).toBe(code);
  expect(en.faults).toHaveProperty(code);
  expect(zh.faults).toHaveProperty(code);
});

test.each(Object.entries(reasonsOfServers))('%s of an MCP server, too', (reason, code) => {
  expect(faultOfReason(reason as McpReason)).toBe(code);
  expect(en.faults).toHaveProperty(code);
  expect(zh.faults).toHaveProperty(code);
});

test('that the desk has no credential to send is told, and what the system said itself is not', () => {
  const refused = (more: object) => faultOfAnswer({ outcome: 'refused', ...more });
  expect(refused({ code: 'credential_refused' })).toBe('credential_refused');
  expect(refused({ code: 'credential_refused', status: 404 })).toBeUndefined();
  expect(refused({ message: 'no' })).toBeUndefined();
  expect(faultOfAnswer({ outcome: 'ok', data: {} })).toBeUndefined();
});
