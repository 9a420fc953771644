import { afterEach, expect, test } from 'vitest';
import { storedOutline } from '@/lib/connections/stored-outline';
import { forgetEnv } from '@/lib/env';
import { SealedCredentialError } from './credential-error';
import { openCredential, sealCredential } from './vault';

const before = process.env.AUTH_SECRET;
const credential = { kind: 'bearer', token: 'the-token-of-the-city' } as const;

afterEach(() => useSecret(before));

function useSecret(secret: string | undefined) {
  if (secret === undefined) delete process.env.AUTH_SECRET;
  else process.env.AUTH_SECRET = secret;
  forgetEnv();
  // A process remembers its secret: this one is a desk that was given another.
  Reflect.deleteProperty(globalThis, Symbol.for('frontdesk.auth-secret'));
}

test('a credential opens for its connection, and says nothing while it is locked', () => {
  const sealed = sealCredential('city', credential);
  expect(openCredential('city', sealed)).toEqual(credential);
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('token');
  expect(sealCredential('city', credential)).not.toBe(sealed);
});

test('what is no secret of it is told for as long as it opens', () => {
  const key = {
    kind: 'api-key',
    in: 'header',
    name: 'X-Key',
    value: 'the-key-of-the-city',
  } as const;
  const row = { id: 'city', credential: sealCredential('city', key) };
  expect(storedOutline(row)).toEqual({ kind: 'api-key', in: 'header', name: 'X-Key' });
  expect(storedOutline({ id: 'city', credential: null })).toEqual({ kind: 'none' });
  useSecret('another-secret-of-another-desk-altogether');
  expect(storedOutline(row)).toBeNull();
});

test('beside another connection, changed anywhere, cut or under another secret it does not open', () => {
  const sealed = sealCredential('city', credential);
  const bytes = Buffer.from(sealed, 'base64');
  const changed = Array.from(bytes, (byte, at) => {
    const copy = Buffer.from(bytes);
    copy[at] = byte ^ 1;
    return copy.toString('base64');
  });
  const cut = [0, 1, 20, 29, bytes.length - 1].map((end) =>
    bytes.subarray(0, end).toString('base64'),
  );
  for (const wrong of [...changed, ...cut, '', 'no base64 at all']) {
    expect(() => openCredential('city', wrong)).toThrow(SealedCredentialError);
  }
  expect(() => openCredential('village', sealed)).toThrow(SealedCredentialError);
  useSecret('another-secret-of-another-desk-altogether');
  expect(() => openCredential('city', sealed)).toThrow(SealedCredentialError);
});
