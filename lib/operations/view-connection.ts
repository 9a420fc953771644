import { givenAs } from '@/lib/connections/given-as';
import { identityOf } from '@/lib/connections/identity-of';
import { isLeftOut } from '@/lib/connections/is-left-out';
import { type Offer, offersOf } from '@/lib/connections/offers-of';
import { rememberedCount } from '@/lib/connections/operations-of';
import { storedOutline } from '@/lib/connections/stored-outline';
import {
  type ConnectedToolRow,
  countToolsByConnection,
  listToolsOf,
} from '@/lib/db/connections/connected-tools';
import { listTrials } from '@/lib/db/connections/connection-trials';
import {
  type ConnectionHead,
  type ConnectionRow,
  findConnection,
  listConnections,
  requireConnection,
} from '@/lib/db/connections/connections';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import {
  type ConnectionDetail,
  type ConnectionSummary,
  type OperationView,
  toolSettingsSchema,
} from '@/lib/shared/connections';
import type { CredentialOutline } from '@/lib/shared/credential-outline';

/** The tools of the desk's own that were made for an operation, by its id. */
export type BuiltIn = ReadonlyMap<string, OperationView['builtIn']>;

/** Every connection, and the commands that MCP servers may be run by. */
export async function viewConnections(): Promise<{
  connections: ConnectionSummary[];
  commands: string[];
}> {
  const [rows, counts] = await Promise.all([listConnections(), countToolsByConnection()]);
  const connections = await Promise.all(
    rows.map(async (row) => summarize(row, await countOffers(row), counts.get(row.id) ?? 0)),
  );
  return { connections, commands: Object.keys(env().MCP_COMMANDS ?? {}) };
}

/** What a connection offers is loaded only where nobody has counted it yet. */
async function countOffers(head: ConnectionHead): Promise<number> {
  const known = head.kind === 'openapi' ? rememberedCount(head) : undefined;
  if (known !== undefined) return known;
  const row = await findConnection(head.id);
  return row ? offersOrNone(row).size : 0;
}

/**
 * One connection with everything that it offers, and what is no secret of its credential: for those
 * who may manage tools.
 * @param builtIn of the demo company's operations
 * @throws AppError `not_found`
 */
export async function viewConnection(
  id: string,
  builtIn: BuiltIn,
): Promise<Omit<ConnectionDetail, 'specialists'> & { credential: CredentialOutline | null }> {
  const row = await requireConnection(id);
  const [given, trials] = await Promise.all([listToolsOf(id), listTrials(id)]);
  const tools = new Map(given.map((tool) => [tool.operationId, tool]));
  const offers = offersOrNone(row);
  const operations = [...offers.values()].map((offer) =>
    view(offer, tools.get(offer.operationId), row.isOurs ? builtIn : new Map()),
  );
  const gone = [...tools.values()].filter(({ operationId }) => !offers.has(operationId));
  return {
    connection: summarize(row, offers.size, tools.size),
    operations: [...operations, ...gone.map(viewGone)],
    trials,
    credential: storedOutline(row),
  };
}

function summarize(
  row: ConnectionHead,
  operationCount: number,
  toolCount: number,
): ConnectionSummary {
  const { id, kind, name, isOurs, address, command, credentialKind, revision } = row;
  const isOff = isLeftOut(row);
  const code = isOff ? 'demo_off' : row.faultCode;
  const at = (isOff ? row.updatedAt : row.faultAt)?.toISOString();
  return {
    id,
    kind,
    name,
    isOurs,
    isOn: row.isOn && !isOff,
    address,
    command,
    identity: identityOf(row),
    credentialKind,
    operationCount,
    toolCount,
    fault: code && at ? { code, at } : null,
    revision,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A document that cannot be read any more offers nothing, and takes no other's place. */
function offersOrNone(row: ConnectionRow): ReadonlyMap<string, Offer> {
  try {
    return offersOf(row);
  } catch (error) {
    log().error({ event: 'connection-unreadable', connectionId: row.id, err: error });
    return new Map();
  }
}

function view(
  { hash, ...offer }: Offer,
  tool: ConnectedToolRow | undefined,
  builtIn: BuiltIn,
): OperationView {
  return {
    ...offer,
    ...givenAs({ hash }, tool),
    builtIn: builtIn.get(offer.operationId) ?? [],
  };
}

/** An operation that specialists had, and that is not offered any more. */
function viewGone(tool: ConnectedToolRow): OperationView {
  return {
    operationId: tool.operationId,
    summary: tool.name,
    effect: 'unknown',
    takesKey: false,
    input: { type: 'object', properties: {} },
    outputs: [],
    problem: 'gone',
    tool: toolSettingsSchema.parse(tool.settings),
    savedAt: tool.updatedAt.toISOString(),
    isChanged: true,
    builtIn: [],
  };
}
