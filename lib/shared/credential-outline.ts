import { z } from 'zod';
import { type Credential, credentialSchema } from './credentials';

const [none, apiKey, bearer, oauth2] = credentialSchema.options;

/**
 * What is no secret of a credential: how and where it is sent. Whoever replaces the secret need not
 * look the rest up again. Browsers import it, too.
 */
export const credentialOutlineSchema = z.discriminatedUnion('kind', [
  none,
  apiKey.omit({ value: true }),
  bearer.omit({ token: true }),
  // Absent where the address itself may hold a secret.
  oauth2.omit({ clientSecret: true }).partial({ tokenUrl: true }),
]);
export type CredentialOutline = z.infer<typeof credentialOutlineSchema>;

/** The credential without everything that is secret, or may be. */
export function outlineOf(credential: Credential): CredentialOutline {
  const outline = credentialOutlineSchema.parse(credential);
  if (outline.kind !== 'oauth2' || !mayHoldSecret(outline.tokenUrl)) return outline;
  const { tokenUrl: _tokenUrl, ...rest } = outline;
  return rest;
}

/** A user, a password or a query in an address can be a key. */
function mayHoldSecret(address: string | undefined): boolean {
  const url = URL.parse(address ?? '');
  return !url || Boolean(url.username || url.password || url.search);
}
