import { expect, test } from 'vitest';
import { credentialOf, typedFrom } from './typed-credential';

test('whoever replaces only the key keeps the header that it is sent in', () => {
  const typed = typedFrom('api-key', { kind: 'api-key', in: 'header', name: 'X-Key' });
  expect(credentialOf({ ...typed, value: 'new' })).toEqual({
    kind: 'api-key',
    in: 'header',
    name: 'X-Key',
    value: 'new',
  });
});

test('whoever replaces only the secret of a client keeps the rest', () => {
  const stored = {
    kind: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'desk',
    scope: 'read',
  } as const;
  const typed = typedFrom('oauth2', stored);
  expect(credentialOf({ ...typed, clientSecret: 'new' })).toEqual({
    ...stored,
    clientSecret: 'new',
  });
});

test('where the stored name cannot be read any more, no usual one takes its place', () => {
  expect(typedFrom('api-key', null)).toMatchObject({ kind: 'api-key', name: '' });
  expect(typedFrom('none', null)).toMatchObject({ kind: 'none', name: 'X-API-Key' });
});
