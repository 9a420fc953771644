import type { BusinessApi } from '@/lib/business/call-operation';
import { authorizerOf } from '@/lib/credentials/authorize';
import { openCredential } from '@/lib/credentials/vault';
import type { ConnectionRow } from '@/lib/db/connections/connections';
import type { AllowedHost } from '@/lib/net/allowed-hosts';
import { identityOf } from './identity-of';
import { noteFault } from './note-fault';
import { operationsOf } from './operations-of';

/**
 * The API behind a connection, ready to be called. Its credential is opened at each call that needs
 * it, and stays with the request.
 * @param where the address, where that is not the stored one, and what may be called there
 * @throws DocumentFault
 */
export function openApi(
  row: ConnectionRow,
  where: { baseUrl?: string; allowed?: readonly AllowedHost[] } = {},
): BusinessApi {
  const { id, revision, address } = row;
  return {
    operations: operationsOf(row),
    baseUrl: where.baseUrl ?? address ?? '',
    identity: identityOf(row),
    allowed: where.allowed,
    canRenew: row.credentialKind === 'oauth2',
    authorize: async (signal, refused) => {
      const credential = row.credential
        ? openCredential(id, row.credential)
        : ({ kind: 'none' } as const);
      const owner = `${id} ${revision}`;
      return await authorizerOf(owner, credential, where.allowed).authorize(signal, refused);
    },
    note: (fault) => noteFault(id, fault),
  };
}
