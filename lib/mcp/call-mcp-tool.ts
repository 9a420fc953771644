import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { log } from '@/lib/log';
import { orAborted } from '@/lib/or-aborted';
import { withinTime } from '@/lib/within-time';
import { inCall } from './call-context';
import type { McpAnswer } from './mcp-answer';
import { callFaultOf, isNeverSent, isUnknownSession, mayBeUnknownSession } from './mcp-fault';
import type { McpSession } from './open-session';
import { shortText } from './read-content';
import { callResultSchema, toMcpAnswer } from './read-result';
import { forgetSession, noteFailure, withSession } from './sessions';
import { forgetWhyAway } from './why-away';
import { withoutWords } from './without-words';

export interface McpCall {
  connectionId: string;
  /** The tool, by the name that its server calls it. */
  tool: string;
  args: Record<string, unknown>;
  /** Whom the call is for: the header of requests to an address, and its value. */
  identity?: { header: string; value: string };
  /** Sent along as `_meta`: MCP itself knows no such thing. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Milliseconds until the answer must be there. */
  timeoutMs?: number;
}

const usualTimeoutMs = 30_000;
/** Largest answer, in bytes. */
const maxBytes = 1_000_000;

/**
 * Calls a tool of an MCP server, once: where the answer is lost nobody knows what came of it, and the
 * protocol has no way to ask. Only what the server surely did not look at is sent again.
 * @throws only when `signal` is aborted
 */
export async function callMcpTool(call: McpCall): Promise<McpAnswer> {
  const { connectionId, tool, signal } = call;
  const way: Way = { wasSent: false };
  try {
    return await attempt(call, way).catch((error: unknown) => {
      if (!isUnknownSession(error)) throw error;
      forgetSession(connectionId);
      way.wasSent = false;
      return attempt(call, way);
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    const reason = callFaultOf(error);
    const isUseless = ['network', 'too_large'].includes(reason) || mayBeUnknownSession(error);
    if (isUseless) leave(connectionId);
    log().warn({ event: 'mcp-call-failed', connectionId, tool, reason, err: withoutWords(error) });
    return { outcome: 'unavailable', reason, wasSent: way.wasSent && !isNeverSent(error) };
  }
}

/** How far a call got. */
interface Way {
  wasSent: boolean;
}

/** Whatever is wrong with the session, the next call has another, and asks first. */
function leave(connectionId: string): void {
  forgetSession(connectionId);
  forgetWhyAway(connectionId);
}

async function attempt(call: McpCall, way: Way): Promise<McpAnswer> {
  const { connectionId, signal, timeoutMs = usualTimeoutMs } = call;
  return await withinTime(timeoutMs, signal, (over) => {
    const work = withSession(connectionId, async (session) => {
      try {
        over.throwIfAborted();
        way.wasSent = true;
        return await send(session, call, over);
      } catch (error) {
        if (session.isOver()) noteFailure(connectionId);
        throw session.faultOf() ?? error;
      }
    });
    // Opening a session is for all who wait for it, and goes on.
    return orAborted(work, over);
  });
}

async function send(session: McpSession, call: McpCall, signal: AbortSignal): Promise<McpAnswer> {
  const { tool, args, identity, idempotencyKey, timeoutMs: timeout = usualTimeoutMs } = call;
  const headers = identity ? { [identity.header.toLowerCase()]: identity.value } : {};
  const params = { name: tool, arguments: args, _meta: metaOf(identity, idempotencyKey) };
  const request = { method: 'tools/call', params };
  try {
    const result = await inCall({ headers, maxBytes }, signal, (signal) =>
      session.client.request(request, callResultSchema, { signal, timeout }),
    );
    return toMcpAnswer(session.withoutProof(result));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { outcome: 'refused', message: shortText(session.withoutProof(refusal.message)) };
  }
}

/** Programs that are spoken to without HTTP have no headers: there it says whom the call is for. */
function metaOf(identity: McpCall['identity'], idempotencyKey: string | undefined) {
  return {
    ...(idempotencyKey && { 'frontdesk/idempotencyKey': idempotencyKey }),
    ...(identity && { 'frontdesk/identity': { [identity.header]: identity.value } }),
  };
}

/** A call that a server says it did not carry out; undefined where that is not certain. */
function refusalOf(error: unknown): McpError | undefined {
  if (!(error instanceof McpError)) return undefined;
  const isRefused = [ErrorCode.InvalidParams, ErrorCode.InvalidRequest, ErrorCode.MethodNotFound];
  return isRefused.includes(error.code) ? error : undefined;
}
