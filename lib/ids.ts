import { createHash, randomBytes } from 'node:crypto';

/** A new identifier: 128 random bits, URL-safe, 22 characters. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** A new secret for links and keys: 256 random bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
