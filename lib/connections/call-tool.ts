import { z } from 'zod';
import { BadArguments } from '@/lib/business/bad-arguments';
import type { BusinessAnswer } from '@/lib/business/business-answer';
import { callOperation } from '@/lib/business/call-operation';
import { type Speaker, spokenAs } from '@/lib/business/speaker';
import { checkArguments } from '@/lib/json-schema/check-arguments';
import { pickFields } from '@/lib/json-schema/response-fields';
import { callServer } from './call-server';
import type { ConnectedTool } from './connected-tool';
import { findApi } from './find-api';
import { notConnected } from './not-connected';
import type { ConnectedAnswer, ToolCallRequest } from './tool-call';

/**
 * Calls an operation for a person. Who that is, the desk puts in; nothing a model chose takes its
 * place. Arguments that do not fit are refused before anything is sent.
 * @throws the reason of `signal` when that is aborted
 */
export async function callTool(request: ToolCallRequest): Promise<ConnectedAnswer> {
  const { tool, args, speaker } = request;
  const { identity } = tool.connection;
  const isNobody = identity !== null && spokenAs(identity.value, speaker) === undefined;
  const filled = isNobody ? null : withIdentity(tool, args, speaker);
  if (!filled) return { outcome: 'not-sent', code: 'needs_account' };
  return tool.connection.kind === 'mcp'
    ? await callServer(request, filled)
    : await callApi(request, filled);
}

async function callApi(
  { tool, speaker, idempotencyKey, signal }: ToolCallRequest,
  args: Record<string, unknown>,
): Promise<ConnectedAnswer> {
  const { operationId, settings, connection } = tool;
  const api = await findApi(connection.id);
  const operation = api?.operations.get(operationId);
  // It may have come to be unusable since, or be linked to one that is usable.
  if (!api || !operation || operation.problem) return notConnected(settings);
  const own = ofOperation(operation.places, args, settings.identityArguments);
  const wrong = checkArguments(operation.input, own);
  if (wrong) return { outcome: 'not-sent', code: 'bad_arguments', message: wrong };
  const { outputs, risk } = settings;
  const pick = (data: unknown) => pickFields(data, outputs) ?? null;
  // What was changed was changed, whatever the answer looks like now.
  const isThere = (picked: unknown) => risk !== 'read' || outputs.length === 0 || picked !== null;
  const response = z.unknown().transform(pick).refine(isThere);
  try {
    const answer = await callOperation({
      api,
      operationId,
      args: own,
      speaker,
      idempotencyKey,
      signal,
      response,
    });
    return toConnected(answer, settings);
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    return { outcome: 'not-sent', code: 'bad_arguments', message: error.message };
  }
}

function toConnected(
  answer: BusinessAnswer<unknown>,
  { risk }: ConnectedTool['settings'],
): ConnectedAnswer {
  if (answer.outcome === 'refused' && answer.status === undefined) {
    const isSealed = answer.code === 'credential_unreadable';
    return { outcome: 'not-sent', code: isSealed ? 'credential_unreadable' : 'credential_refused' };
  }
  // What never got there did not happen, and nobody has to be asked whether it did.
  const isCertain = risk !== 'read' && answer.outcome === 'unavailable';
  return isCertain && answer.isUnsent ? { outcome: 'not-sent', code: 'not_reached' } : answer;
}

/** The arguments with those that say who the person is; null where that is not known. */
function withIdentity(
  { settings }: ConnectedTool,
  args: Record<string, unknown>,
  speaker: Speaker,
): Record<string, unknown> | null {
  // Whoever is meant is never what a model says, however it spells the argument.
  const identities = new Set(Object.keys(settings.identityArguments).map(toLower));
  const own = Object.entries(args).filter(([name]) => !identities.has(toLower(name)));
  const filled = Object.fromEntries(own);
  for (const [name, value] of Object.entries(settings.identityArguments)) {
    const spoken = spokenAs(value, speaker);
    if (spoken === undefined) return null;
    filled[name] = spoken;
  }
  return filled;
}

const toLower = (name: string) => name.toLowerCase();

/** An operation that is linked to another one may have no such identity argument. */
function ofOperation(
  places: Record<string, unknown>,
  args: Record<string, unknown>,
  identityArguments: Record<string, unknown>,
): Record<string, unknown> {
  const entries = Object.entries(args).filter(
    ([name]) => Object.hasOwn(places, name) || !Object.hasOwn(identityArguments, name),
  );
  return Object.fromEntries(entries);
}
