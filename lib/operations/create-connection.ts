import { describeOperations } from '@/lib/business/describe-operations';
import { parseDocument } from '@/lib/business/parse-document';
import { askingServer, readingDocument } from '@/lib/connections/document-problem';
import { requireAddress } from '@/lib/connections/require-address';
import { sealCredential } from '@/lib/credentials/vault';
import { db } from '@/lib/db/client';
import {
  type NewConnectionRow,
  createConnection as storeConnection,
} from '@/lib/db/connections/connections';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { newEndpoint } from '@/lib/mcp/find-endpoint';
import { listMcpTools } from '@/lib/mcp/list-mcp-tools';
import { cutFault } from '@/lib/mcp/offered-tool';
import type { NewConnection } from '@/lib/shared/connections';

/**
 * Connects an outside system: its document is read, or its server is asked what it offers, and none
 * of it is given to anybody yet.
 * @returns its id
 * @throws AppError `document_…`, `mcp_unreachable`, `address_…`, `connection_name_taken`
 */
export async function createConnection(by: string, wanted: NewConnection): Promise<string> {
  const { kind, name, identity, credential } = wanted;
  const id = newId();
  if (wanted.kind === 'openapi') await requireAddress(wanted.address);
  const reach = wanted.kind === 'openapi' ? openApi(wanted) : await mcp(wanted);
  const row: NewConnectionRow = {
    id,
    kind,
    name,
    identity,
    changedBy: by,
    credentialKind: credential.kind,
    credential: credential.kind === 'none' ? null : sealCredential(id, credential),
    ...reach,
  };
  await db().transaction(async (tx) => {
    if (!(await storeConnection(tx, row))) throw new AppError('connection_name_taken', { name });
    await publish(tx, { type: 'connections-changed', connectionId: id });
  });
  log().info({ event: 'connection-created', connectionId: id, kind, by });
  return id;
}

type Reach = Pick<
  NewConnectionRow,
  'address' | 'command' | 'document' | 'offered' | 'faultCode' | 'faultAt'
>;

function openApi({
  document: text,
  address,
  identity,
}: Extract<NewConnection, { kind: 'openapi' }>): Reach {
  const document = readingDocument(() => {
    const parsed = parseDocument(text);
    describeOperations(parsed, identity?.header);
    return parsed;
  });
  return { address, document };
}

async function mcp({ reach, credential }: Extract<NewConnection, { kind: 'mcp' }>): Promise<Reach> {
  const signal = AbortSignal.timeout(15_000);
  const offered = await askingServer(() => listMcpTools(newEndpoint(reach, credential), signal));
  return { ...reach, offered, ...cutFault(offered) };
}
