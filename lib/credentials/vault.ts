import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { authSecret } from '@/lib/auth/secret';
import { type Credential, credentialSchema } from '@/lib/shared/credentials';
import { SealedCredentialError } from './credential-error';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Locks a credential up for one connection: AES-256-GCM under a key derived from the desk's secret
 * (HKDF-SHA-256). Put beside another connection it does not open.
 */
export function sealCredential(connectionId: string, credential: Credential): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce);
  cipher.setAAD(Buffer.from(connectionId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(credential), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws SealedCredentialError */
export function openCredential(connectionId: string, sealed: string): Credential {
  const bytes = Buffer.from(sealed, 'base64');
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const tag = bytes.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  try {
    if (bytes[0] !== version) throw new Error(`version ${bytes[0]}`);
    const decipher = createDecipheriv('aes-256-gcm', key(), nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(connectionId));
    decipher.setAuthTag(tag);
    const rest = bytes.subarray(1 + nonceBytes + tagBytes);
    const opened = Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
    return credentialSchema.parse(JSON.parse(opened));
  } catch (cause) {
    throw new SealedCredentialError('the credential cannot be opened', { cause });
  }
}

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', authSecret(), '', 'frontdesk connections', 32));
}
