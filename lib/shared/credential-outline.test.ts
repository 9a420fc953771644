import { expect, test } from 'vitest';
import type { Credential } from '@/lib/shared/credentials';
import { type CredentialOutline, outlineOf } from './credential-outline';

const client = {
  kind: 'oauth2',
  tokenUrl: 'https://login.example.com/token',
  clientId: 'desk',
  clientSecret: 's3cret',
  scope: 'read',
} as const;
const { clientSecret: _secret, ...known } = client;
const { tokenUrl: _tokenUrl, ...addressless } = known;

test.each<[string, Credential, CredentialOutline]>([
  ['nothing', { kind: 'none' }, { kind: 'none' }],
  [
    'an API key',
    { kind: 'api-key', in: 'header', name: 'X-Key', value: 's3cret' },
    { kind: 'api-key', in: 'header', name: 'X-Key' },
  ],
  ['a token', { kind: 'bearer', token: 's3cret' }, { kind: 'bearer' }],
  ['a client', client, known],
  [
    'a password in an address',
    { ...client, tokenUrl: 'https://a:s3cret@b.example/t' },
    addressless,
  ],
  ['a key in an address', { ...client, tokenUrl: 'https://b.example/t?key=s3cret' }, addressless],
])('of %s only that is told which is no secret', (_, credential, outline) => {
  expect(outlineOf(credential)).toEqual(outline);
  expect(JSON.stringify(outlineOf(credential))).not.toContain('s3cret');
});
