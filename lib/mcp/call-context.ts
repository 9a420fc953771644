import { AsyncLocalStorage } from 'node:async_hooks';
import { processGlobal } from '@/lib/process-global';
import { McpFault } from './mcp-fault';

/** What a call adds to the requests that it makes over a session that all share. */
interface CallContext {
  /** Says whom the call is for. */
  headers: Record<string, string>;
  /** Largest answer, in bytes. */
  maxBytes: number;
  /** Aborts when the call is over: a server may keep open what brought its answer. */
  signal: AbortSignal;
  /** For each request; what it gives is called when the request's answer is over. */
  startStream: () => (fault?: unknown) => void;
}

/** How long an answer may still come after the stream that was to bring it is over, in milliseconds. */
const graceMs = 3_000;

/** One for the process: a session is shared by all copies of this module that Next makes. */
const storage = () => processGlobal('mcp-call', () => new AsyncLocalStorage<CallContext>());

/** The call that a request belongs to. */
export function currentCall(): CallContext | undefined {
  return storage().getStore();
}

/** Does something that belongs to no call, though a call led to it. */
export function outsideCall<T>(work: () => T): T {
  return storage().exit(work);
}

/**
 * Asks a server for something. The SDK goes on waiting when the line that was to bring the answer
 * breaks, or carries more than is read: here that ends the call.
 * @throws what `ask` throws; FetchError, McpFault `network` when the answer is lost
 */
export async function inCall<T>(
  { headers = {}, maxBytes }: { headers?: Record<string, string>; maxBytes: number },
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const over = new AbortController();
  let isOver = false;
  let latest = 0;
  let timer: NodeJS.Timeout | undefined;
  const startStream = () => {
    clearTimeout(timer);
    latest += 1;
    const own = latest;
    return (fault?: unknown) => {
      // One that was given up for another, as where a credential was renewed, says nothing.
      if (isOver || own !== latest) return;
      const reason = fault instanceof Error ? fault : new McpFault('network');
      timer = setTimeout(() => lost.abort(reason), fault ? 0 : graceMs).unref();
    };
  };
  try {
    return await storage().run({ headers, maxBytes, signal: over.signal, startStream }, () =>
      ask(AbortSignal.any([signal, lost.signal])),
    );
  } catch (error) {
    throw lost.signal.aborted ? lost.signal.reason : error;
  } finally {
    // The SDK would tell the server that the call was cancelled, though its answer came.
    isOver = true;
    clearTimeout(timer);
    over.abort();
  }
}
