import { expect, test } from 'vitest';
import { credentialOf, noCredential, typedFrom, withProposed } from './typed-credential';

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

test('what a document proposes is filled in, unless somebody has begun to enter their own', () => {
  const proposed = { kind: 'api-key', in: 'query', name: 'key' } as const;
  expect(withProposed(noCredential, proposed)).toEqual({ ...noCredential, ...proposed });
  expect(withProposed(noCredential, null)).toBe(noCredential);
  const begun = { ...noCredential, kind: 'bearer', token: 't' } as const;
  expect(withProposed(begun, proposed)).toBe(begun);
  const other = withProposed({ ...noCredential, ...proposed }, { kind: 'bearer' });
  expect(other).toMatchObject({ kind: 'bearer', name: 'X-API-Key' });
});
