import { describeOperations } from '@/lib/business/describe-operations';
import { parseDocument } from '@/lib/business/parse-document';
import { readingDocument } from '@/lib/connections/document-problem';
import { isLeftOut } from '@/lib/connections/is-left-out';
import { requireAddress } from '@/lib/connections/require-address';
import { sealCredential } from '@/lib/credentials/vault';
import { db, type Transaction } from '@/lib/db/client';
import {
  type ConnectionRow,
  deleteConnection,
  type NewConnectionRow,
  requireConnection,
  updateConnection,
} from '@/lib/db/connections/connections';
import { isDuplicateRow } from '@/lib/db/is-duplicate-row';
import { AppError, notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { log } from '@/lib/log';
import type { ConnectionChange } from '@/lib/shared/connections';

/**
 * Changes a connection that nobody else changed meanwhile. Operations that are not any more what
 * they were when they were given are out of use until somebody saves them again.
 * @throws AppError `not_found`, `conflict`, `forbidden` for what the desk itself keeps true, `demo_off`,
 * `document_…`, `address_…`, `connection_name_taken`, `credential_needed`
 */
export async function changeConnection(
  by: string,
  id: string,
  { revision, credential, document, ...plain }: ConnectionChange,
): Promise<void> {
  const row = await requireConnection(id);
  requireOurs(row, { ...plain, credential, document });
  requireSamePlace(row, plain.address, credential);
  if (plain.address !== undefined) await requireAddress(plain.address);
  const change: Partial<NewConnectionRow> = { ...plain, changedBy: by };
  if (document !== undefined) change.document = readDocument(document);
  if (credential) {
    change.credentialKind = credential.kind;
    change.credential = credential.kind === 'none' ? null : sealCredential(id, credential);
  }
  if (credential || plain.address !== undefined)
    Object.assign(change, { faultCode: null, faultAt: null });
  await db().transaction(async (tx) => {
    const changed = await update(tx, { id, revision }, change);
    if (!changed) throw new AppError('conflict');
    await publish(tx, { type: 'connections-changed', connectionId: id });
  });
  log().info({ event: 'connection-changed', connectionId: id, fields: Object.keys(change), by });
}

/** Takes a connection away, and its tools from all specialists. @throws AppError `not_found` */
export async function removeConnection(by: string, id: string): Promise<void> {
  await db().transaction(async (tx) => {
    if (!(await deleteConnection(tx, id))) throw notFound();
    await publish(tx, { type: 'connections-changed', connectionId: id });
  });
  log().info({ event: 'connection-removed', connectionId: id, by });
}

/** Of the demo company's, only whether it is on is anybody's to decide. */
function requireOurs(row: ConnectionRow, change: Omit<ConnectionChange, 'revision'>): void {
  const { isOn, ...others } = change;
  const { isOurs, kind } = row;
  const isOther = Object.values(others).some((value) => value !== undefined);
  if (isOn && isLeftOut(row)) throw new AppError('demo_off');
  if (isOurs && isOther) throw new AppError('forbidden');
  if (kind === 'mcp' && change.document !== undefined) {
    throw new AppError('invalid_request', { detail: 'document: an MCP server has none' });
  }
}

/** A credential is for the place that it was entered for: nobody has it sent to another one unseen. */
function requireSamePlace(
  row: ConnectionRow,
  address: string | undefined,
  credential: ConnectionChange['credential'],
): void {
  if (address === undefined || credential || row.credentialKind === 'none') return;
  if (URL.parse(address)?.origin !== URL.parse(row.address ?? '')?.origin) {
    throw new AppError('credential_needed');
  }
}

function readDocument(text: string) {
  return readingDocument(() => {
    const parsed = parseDocument(text);
    describeOperations(parsed);
    return parsed;
  });
}

async function update(
  tx: Transaction,
  which: { id: string; revision: number },
  change: Partial<NewConnectionRow>,
): Promise<ConnectionRow | null> {
  try {
    return await updateConnection(tx, which, change);
  } catch (error) {
    if (!isDuplicateRow(error)) throw error;
    throw new AppError('connection_name_taken', { name: change.name ?? '' }, { cause: error });
  }
}
