import { type ConnectedToolRow, listTools } from '@/lib/db/connections/connected-tools';
import { type ConnectionRow, listConnectionsById } from '@/lib/db/connections/connections';
import { log } from '@/lib/log';
import { type ToolSettings, toolSettingsSchema } from '@/lib/shared/connections';
import { inOrder } from '@/lib/shared/in-order';
import { onlyReads } from '@/lib/shared/operation-effect';
import type { ConnectedTool } from './connected-tool';
import { givenAs } from './given-as';
import { identityOf } from './identity-of';
import { isLeftOut } from './is-left-out';
import { type Offer, offersOf } from './offers-of';
import { remembered } from './remembered';

/** The operations that specialists have now. The same array for as long as they stay the same. */
export async function findToolsInUse(): Promise<readonly ConnectedTool[]> {
  return await remembered('tools-in-use', read);
}

/** Each connection is read once: what it offers may be megabytes. */
async function read(): Promise<ConnectedTool[]> {
  const tools = await listTools();
  const ids = [...new Set(tools.map(({ connectionId }) => connectionId))];
  const rows = new Map((await listConnectionsById(ids)).map((row) => [row.id, row]));
  return tools.flatMap((tool) => {
    const connection = rows.get(tool.connectionId);
    if (!connection?.isOn || isLeftOut(connection)) return [];
    try {
      return [toConnectedTool(tool, connection, tools)];
    } catch (error) {
      // One that cannot be read takes none of the others away.
      log().error({ event: 'connected-tool-unreadable', tool: tool.name, err: error });
      return [];
    }
  });
}

function toConnectedTool(
  tool: ConnectedToolRow,
  connection: ConnectionRow,
  tools: readonly ConnectedToolRow[],
): ConnectedTool {
  const settings = toolSettingsSchema.parse(tool.settings);
  settings.titles.zh ||= settings.titles.en;
  const offers = offersOf(connection);
  const offer = offers.get(tool.operationId);
  const check = settings.check && offers.get(settings.check.operationId);
  // Since it was linked, somebody may have decided that it changes something.
  if (check && !isJudgedToRead(check, connection.id, tools)) settings.check = null;
  const hashOf = (linked: ToolSettings['undo']) =>
    (linked && offers.get(linked.operationId)?.hash) ?? null;
  // An answer is shown in the order in which its fields are described.
  settings.outputs = inOrder(settings.outputs, offer?.outputs ?? []);
  const hidden = new Set(Object.keys(settings.identityArguments));
  return {
    id: tool.id,
    connection: {
      id: connection.id,
      kind: connection.kind,
      name: connection.name,
      identity: identityOf(connection),
    },
    operationId: tool.operationId,
    operationHash: tool.operationHash,
    linkedHashes: { undo: hashOf(settings.undo), check: hashOf(settings.check) },
    settings,
    input: withoutArguments(offer?.input ?? { type: 'object', properties: {} }, hidden),
    takesKey: offer?.takesKey ?? false,
    isChanged:
      offer === undefined || offer.hash !== tool.operationHash || offer.problem !== undefined,
  };
}

function isJudgedToRead(
  offer: Offer,
  connectionId: string,
  tools: readonly ConnectedToolRow[],
): boolean {
  const given = tools.find(
    (tool) => tool.connectionId === connectionId && tool.operationId === offer.operationId,
  );
  return onlyReads({ effect: offer.effect, ...givenAs(offer, given) });
}

function withoutArguments(
  input: Record<string, unknown>,
  hidden: ReadonlySet<string>,
): Record<string, unknown> {
  const { properties, required, ...rest } = input;
  const shown = Object.entries((properties ?? {}) as object).filter(([name]) => !hidden.has(name));
  const needed = Array.isArray(required) ? required.filter((name) => !hidden.has(name)) : [];
  return { ...rest, properties: Object.fromEntries(shown), required: needed };
}
