import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

test('scripts run with the nonce only, and forms lead to the desk alone', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', isDevelopment: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("form-action 'self';");
  expect(policy).not.toContain('unsafe-eval');
});

test('a sign-in provider is where the sign-in form may lead', () => {
  const policy = contentSecurityPolicy({
    nonce: 'abc',
    isDevelopment: false,
    signInOrigin: 'https://id.example.org',
  });
  expect(policy).toContain("form-action 'self' https://id.example.org;");
});
