import { spokenAs } from '@/lib/business/speaker';
import { givenAs } from '@/lib/connections/given-as';
import { identityOf } from '@/lib/connections/identity-of';
import { noteFault } from '@/lib/connections/note-fault';
import { requireUsable } from '@/lib/connections/require-usable';
import { listToolsOf } from '@/lib/db/connections/connected-tools';
import type { ConnectionRow } from '@/lib/db/connections/connections';
import { AppError, notFound } from '@/lib/errors';
import { checkArguments } from '@/lib/json-schema/check-arguments';
import { pickFields } from '@/lib/json-schema/response-fields';
import { callMcpTool } from '@/lib/mcp/call-mcp-tool';
import type { McpAnswer } from '@/lib/mcp/mcp-answer';
import { type McpOffer, mcpOffers } from '@/lib/mcp/mcp-offers';
import { onlyReads } from '@/lib/shared/operation-effect';
import type { TrialRequest, TrialResult } from '@/lib/shared/operation-trials';
import { noteTrial } from './note-trial';

/** What is shown of one answer, in characters. */
const longestShown = 8_000;

/**
 * Shows what a call of an MCP server's tool would send, and sends it where somebody decided that the
 * tool only reads, or where nobody decided anything and its server says so.
 * @throws AppError `not_found`, `connection_off`, `tool_unusable`, `invalid_request`, `tool_not_safe`
 */
export async function tryServerTool(
  by: string,
  row: ConnectionRow,
  trial: TrialRequest,
): Promise<TrialResult> {
  const { operationId, arguments: args, as, isDryRun, outputs = ['*'] } = trial;
  if (!row.isOn) throw new AppError('connection_off');
  const offer = mcpOffers(row).get(operationId);
  if (!offer) throw notFound();
  requireUsable(offer);
  const wrong = checkArguments(offer.input, args);
  if (wrong) throw new AppError('invalid_request', { detail: wrong });
  const identity = sentIdentity(row, as);
  const request = {
    method: 'tools/call',
    url: row.address ?? row.command ?? '',
    headers: identity ? { [identity.header]: identity.value } : {},
    body: JSON.stringify({ name: operationId, arguments: args }),
  };
  if (isDryRun) return { request };
  if (!(await doesNothing(row.id, offer))) throw new AppError('tool_not_safe');
  await noteTrial(by, row.id, trial);
  const startedAt = performance.now();
  const answer = await callMcpTool({ connectionId: row.id, tool: operationId, args, identity });
  const durationMs = Math.round(performance.now() - startedAt);
  const isError = answer.outcome !== 'ok';
  const fault = answer.outcome === 'unavailable' ? answer.reason : undefined;
  noteFault(row.id, fault ?? null);
  return { request, response: { shown: shownOf(answer, outputs), durationMs, isError, fault } };
}

function shownOf(answer: McpAnswer, outputs: readonly string[]): string {
  const told = answer.outcome === 'ok' ? (pickFields(answer.data, outputs) ?? null) : answer;
  return JSON.stringify(told, null, 2).slice(0, longestShown);
}

/** Whoever is tried out as is called by whatever the server calls people by. */
function sentIdentity(row: ConnectionRow, as: string | undefined) {
  const known = identityOf(row);
  const value = as && known && spokenAs(known.value, { account: as, email: as, id: as });
  return known && value ? { header: known.header, value } : undefined;
}

async function doesNothing(connectionId: string, offer: McpOffer): Promise<boolean> {
  const { operationId, effect } = offer;
  const given = (await listToolsOf(connectionId)).find((tool) => tool.operationId === operationId);
  return onlyReads({ effect, ...givenAs(offer, given) });
}
