import { offersOf } from '@/lib/connections/offers-of';
import { requireUsable } from '@/lib/connections/require-usable';
import { db, type Transaction } from '@/lib/db/client';
import {
  createTool,
  deleteTool,
  isToolNameTaken,
  listToolsOf,
  lockTool,
  saveTool,
} from '@/lib/db/connections/connected-tools';
import { requireConnection } from '@/lib/db/connections/connections';
import { isDuplicateRow } from '@/lib/db/is-duplicate-row';
import { AppError, notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import type { ToolSettings } from '@/lib/shared/connections';
import { mayCountAsReading } from '@/lib/shared/operation-effect';
import { requireKnownSettings } from './require-known-settings';

interface Given {
  connectionId: string;
  operationId: string;
  settings: ToolSettings;
  /** When what was changed here had been saved, as ISO 8601; null where it was not given to anybody. */
  basedOn?: string | null;
}

/** What there is besides connections. */
interface Desk {
  specialists: readonly string[];
  /** Names of the desk's own tools. */
  toolNames: ReadonlySet<string>;
}

/**
 * Gives an operation to specialists, or changes how they have it.
 * @throws AppError `not_found`, `conflict` where somebody else has saved it since, `tool_name_taken`,
 * `tool_not_safe` where something that changes things was to be used without consent,
 * `tool_check_not_safe` where it was to tell what came of something else, `tool_unusable`,
 * `invalid_request`
 */
export async function saveConnectedTool(by: string, given: Given, desk: Desk): Promise<void> {
  const { connectionId, operationId, settings } = given;
  const offers = offersOf(await requireConnection(connectionId));
  const offer = offers.get(operationId);
  if (!offer) throw notFound();
  requireUsable(offer);
  if (settings.risk === 'read' && !mayCountAsReading(offer.effect)) {
    throw new AppError('tool_not_safe');
  }
  if (desk.toolNames.has(settings.name)) {
    throw new AppError('tool_name_taken', { name: settings.name });
  }
  const tools = await listToolsOf(connectionId);
  requireKnownSettings(settings, { offer, offers, tools, specialists: desk.specialists });
  const { name } = settings;
  const row = { id: newId(), connectionId, operationId, name, settings, changedBy: by };
  await db().transaction(async (tx) => {
    await requireUnchanged(tx, given);
    if (await isToolNameTaken(tx, name, given)) throw new AppError('tool_name_taken', { name });
    const tool = { ...row, operationHash: offer.hash };
    await store(tx, tool, given.basedOn === null);
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  log().info({ event: 'connected-tool-saved', connectionId, operationId, risk: settings.risk, by });
}

/** Takes an operation away from all specialists. @throws AppError `not_found` */
export async function removeConnectedTool(
  by: string,
  { connectionId, operationId }: Pick<Given, 'connectionId' | 'operationId'>,
): Promise<void> {
  await db().transaction(async (tx) => {
    if (!(await deleteTool(tx, connectionId, operationId))) throw notFound();
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  log().info({ event: 'connected-tool-removed', connectionId, operationId, by });
}

/** What somebody else saved, or took away, is not changed unseen. */
async function requireUnchanged(tx: Transaction, given: Given): Promise<void> {
  const { basedOn } = given;
  if (basedOn === undefined) return;
  const stored = await lockTool(tx, given);
  const isSame = (stored?.updatedAt.getTime() ?? null) === (basedOn && Date.parse(basedOn));
  if (!isSame) throw new AppError('conflict');
}

/** Somebody else may have taken the name, or given it, in this very moment. */
async function store(
  tx: Transaction,
  row: Parameters<typeof saveTool>[1],
  isFirst: boolean,
): Promise<void> {
  try {
    if (!isFirst) await saveTool(tx, row);
    else if (!(await createTool(tx, row))) throw new AppError('conflict');
  } catch (error) {
    if (!isDuplicateRow(error)) throw error;
    throw new AppError('tool_name_taken', { name: row.name }, { cause: error });
  }
}
