import { type Authorizer, authorizerOf } from '@/lib/credentials/authorize';
import { openCredential } from '@/lib/credentials/vault';
import { type ConnectionRow, findConnection } from '@/lib/db/connections/connections';
import type { Credential } from '@/lib/shared/credentials';
import type { McpEndpoint } from './mcp-endpoint';

/** The MCP server of a connection that is on; null where there is none. */
export async function findEndpoint(connectionId: string): Promise<McpEndpoint | null> {
  const row = await findConnection(connectionId);
  return row?.isOn && row.kind === 'mcp' ? endpointOf(row) : null;
}

/** The MCP server of a connection. Its credential is opened at each request, and stays with it. */
export function endpointOf({
  id,
  revision,
  address,
  command,
  credential,
  credentialKind,
}: ConnectionRow): McpEndpoint {
  const authorize = rememberingLast((signal, refused) => {
    const opened: Credential = credential ? openCredential(id, credential) : { kind: 'none' };
    return authorizerOf(`${id} ${revision}`, opened).authorize(signal, refused);
  });
  return {
    id,
    revision,
    reach: command === null ? { address: address ?? '' } : { command },
    canRenew: credentialKind === 'oauth2',
    authorize,
  };
}

/** An MCP server that is no connection yet. */
export function newEndpoint(reach: McpEndpoint['reach'], credential: Credential): McpEndpoint {
  const id = 'new';
  // A token that was got for it is not kept: the next one to be tried is another.
  const { authorize, canRenew } = authorizerOf(`new ${crypto.randomUUID()}`, credential);
  return { id, revision: 0, reach, canRenew, authorize: rememberingLast(authorize) };
}

/** Whoever asks says only that the proof before was refused, not which it was. */
function rememberingLast(authorize: Authorizer['authorize']): McpEndpoint['authorize'] {
  let last: Awaited<ReturnType<typeof authorize>> | undefined;
  return async (signal, isRefused) => {
    last = await authorize(signal, isRefused ? last : undefined);
    return last;
  };
}
