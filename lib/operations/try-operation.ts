import { z } from 'zod';
import { BadArguments } from '@/lib/business/bad-arguments';
import { type BusinessApi, callOperation, requestOf } from '@/lib/business/call-operation';
import type { Speaker } from '@/lib/business/speaker';
import { faultOfAnswer } from '@/lib/connections/fault-of-answer';
import { findApi } from '@/lib/connections/find-api';
import { isLeftOut } from '@/lib/connections/is-left-out';
import { requireUsable } from '@/lib/connections/require-usable';
import type { Authorization } from '@/lib/credentials/authorization';
import { SealedCredentialError } from '@/lib/credentials/credential-error';
import { hiddenSecret } from '@/lib/credentials/without-secrets';
import { type ConnectionRow, requireConnection } from '@/lib/db/connections/connections';
import { AppError, notFound } from '@/lib/errors';
import { checkArguments } from '@/lib/json-schema/check-arguments';
import { pickFields } from '@/lib/json-schema/response-fields';
import type { TrialRequest, TrialResult } from '@/lib/shared/operation-trials';
import { noteTrial } from './note-trial';
import { tryServerTool } from './try-server-tool';

/** What is shown of one answer, in characters. */
const longestShown = 8_000;

/**
 * Shows what a call would send and, for what only reads, sends it and shows what a model would be
 * told of the answer. Secrets stay hidden. Who sent what, and in whose name, is noted beforehand.
 * @throws AppError `not_found`, `tool_unusable`, `invalid_request`, `tool_not_safe`
 */
export async function tryOperation(
  by: string,
  connectionId: string,
  trial: TrialRequest,
): Promise<TrialResult> {
  const row = await requireConnection(connectionId);
  if (row.kind === 'mcp') return await tryServerTool(by, row, trial);
  if (isLeftOut(row)) throw new AppError('demo_off');
  const api = await findApi(connectionId);
  if (!api) throw new AppError('connection_off');
  const operation = api.operations.get(trial.operationId);
  if (!operation) throw notFound();
  requireUsable(operation);
  if (!trial.isDryRun && !operation.isSafe) throw new AppError('tool_not_safe');
  const wrong = checkArguments(operation.input, trial.arguments);
  if (wrong) throw new AppError('invalid_request', { detail: wrong });
  const { operationId, arguments: args } = trial;
  const idempotencyKey = operation.isSafe ? undefined : 'made-for-each-action';
  const call = { api, operationId, args, speaker: speakerOf(trial.as), idempotencyKey };
  const request = await show(api, row.credentialKind, call);
  if (trial.isDryRun) return { request };
  await noteTrial(by, connectionId, trial);
  const pick = (data: unknown) => pickFields(data, trial.outputs ?? ['*']) ?? null;
  const startedAt = performance.now();
  const answer = await callOperation({ ...call, response: z.unknown().transform(pick) });
  const durationMs = Math.round(performance.now() - startedAt);
  const isError = answer.outcome !== 'ok';
  const shown = JSON.stringify(isError ? answer : answer.data, null, 2).slice(0, longestShown);
  const status = answer.outcome === 'refused' ? answer.status : undefined;
  const fault = faultOfAnswer(answer);
  return { request, response: { status, shown, durationMs, isError, fault } };
}

/** Whoever is tried out as is called by whatever the system calls people by. */
function speakerOf(as: string | undefined): Speaker | undefined {
  return as ? { account: as, email: as, id: as } : undefined;
}

async function show(
  api: BusinessApi,
  kind: ConnectionRow['credentialKind'],
  call: Parameters<typeof requestOf>[0],
): Promise<TrialResult['request']> {
  try {
    const { method, url, headers, body } = requestOf(call);
    const proof = await proofOf(api, kind);
    for (const name of Object.keys(proof.query)) url.searchParams.set(name, hiddenSecret);
    const shown = Object.keys(proof.headers).map((name) => [name, hiddenSecret]);
    const dots = encodeURIComponent(hiddenSecret);
    return {
      method,
      url: url.href.replaceAll(dots, hiddenSecret),
      headers: { ...headers, ...Object.fromEntries(shown) },
      body,
    };
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    throw new AppError('invalid_request', { detail: error.message }, { cause: error });
  }
}

/** Where the proof is; a token is not asked for to be shown as dots. */
async function proofOf(
  api: BusinessApi,
  kind: ConnectionRow['credentialKind'],
): Promise<Authorization> {
  if (kind === 'oauth2') return { headers: { authorization: hiddenSecret }, query: {} };
  try {
    return await api.authorize(AbortSignal.timeout(1_000));
  } catch (error) {
    if (!(error instanceof SealedCredentialError)) throw error;
    // The list of connections says that it cannot be opened.
    return { headers: {}, query: {} };
  }
}
