import { BadArguments } from '@/lib/business/bad-arguments';
import { spokenAs } from '@/lib/business/speaker';
import { headerValue } from '@/lib/business/write-parameter';
import { findConnection } from '@/lib/db/connections/connections';
import { checkArguments } from '@/lib/json-schema/check-arguments';
import { pickFields } from '@/lib/json-schema/response-fields';
import { callMcpTool } from '@/lib/mcp/call-mcp-tool';
import type { McpAnswer } from '@/lib/mcp/mcp-answer';
import { mcpOffers } from '@/lib/mcp/mcp-offers';
import { notConnected } from './not-connected';
import { noteFault } from './note-fault';
import { remembered } from './remembered';
import type { ConnectedAnswer, ToolCallRequest } from './tool-call';

/**
 * Calls a tool of an MCP server for a person.
 * @param args with those that say who the person is
 * @throws the reason of `signal` when that is aborted
 */
export async function callServer(
  { tool, speaker, idempotencyKey, signal }: ToolCallRequest,
  args: Record<string, unknown>,
): Promise<ConnectedAnswer> {
  const { connection, operationId, settings } = tool;
  const server = await findServer(connection.id);
  const offer = server?.offers.get(operationId);
  if (!server || !offer || offer.problem) return notConnected(settings);
  const own = ofTool(offer.input, args, settings.identityArguments);
  const identity = sentIdentity(connection, speaker);
  const wrong =
    checkArguments(offer.input, own) ??
    (server.isAtAddress && identity ? wrongHeader(identity.value) : undefined);
  if (wrong) return { outcome: 'not-sent', code: 'bad_arguments', message: wrong };
  const answer = await callMcpTool({
    connectionId: connection.id,
    tool: operationId,
    args: own,
    identity,
    idempotencyKey,
    signal,
  });
  noteFault(connection.id, answer.outcome === 'unavailable' ? answer.reason : null);
  return toConnected(answer, tool.settings);
}

function sentIdentity(
  { identity }: ToolCallRequest['tool']['connection'],
  speaker: ToolCallRequest['speaker'],
) {
  const value = identity && spokenAs(identity.value, speaker);
  return identity && typeof value === 'string' ? { header: identity.header, value } : undefined;
}

/** A header that cannot be sent would look like a server that cannot be reached. */
function wrongHeader(value: string): string | undefined {
  try {
    headerValue(value);
    return undefined;
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    return error.message;
  }
}

function toConnected(
  answer: McpAnswer,
  { outputs, risk }: ToolCallRequest['tool']['settings'],
): ConnectedAnswer {
  if (answer.outcome === 'refused') return answer;
  if (answer.outcome === 'unavailable') {
    // What never got there did not happen, and nobody has to be asked whether it did.
    const isCertain = risk !== 'read' && !answer.wasSent;
    if (isCertain) return { outcome: 'not-sent', code: 'not_reached' };
    return { outcome: 'unavailable', reason: answer.reason };
  }
  const data = pickFields(answer.data, outputs) ?? null;
  // What was changed was changed, whatever the answer looks like now.
  const isEmpty = risk === 'read' && outputs.length > 0 && data === null;
  return isEmpty ? { outcome: 'unavailable', reason: 'unexpected' } : { outcome: 'ok', data };
}

async function findServer(connectionId: string) {
  return await remembered(`server ${connectionId}`, async () => {
    const row = await findConnection(connectionId);
    if (!row?.isOn || row.kind !== 'mcp') return null;
    return { offers: mcpOffers(row), isAtAddress: row.command === null };
  });
}

/** A tool that is linked to another one may have no such identity argument. */
function ofTool(
  { properties }: Record<string, unknown>,
  args: Record<string, unknown>,
  identityArguments: Record<string, unknown>,
): Record<string, unknown> {
  const known = (properties ?? {}) as object;
  const entries = Object.entries(args).filter(
    ([name]) => Object.hasOwn(known, name) || !Object.hasOwn(identityArguments, name),
  );
  return Object.fromEntries(entries);
}
