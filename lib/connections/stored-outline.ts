import { SealedCredentialError } from '@/lib/credentials/credential-error';
import { openCredential } from '@/lib/credentials/vault';
import type { ConnectionRow } from '@/lib/db/connections/connections';
import { log } from '@/lib/log';
import { type CredentialOutline, outlineOf } from '@/lib/shared/credential-outline';

/** What is no secret of a connection's credential; null where it does not open any more. */
export function storedOutline({
  id,
  credential,
}: Pick<ConnectionRow, 'id' | 'credential'>): CredentialOutline | null {
  if (credential === null) return { kind: 'none' };
  try {
    return outlineOf(openCredential(id, credential));
  } catch (error) {
    if (!(error instanceof SealedCredentialError)) throw error;
    log().warn({ event: 'credential-unreadable', connectionId: id });
    return null;
  }
}
