import { AsyncLocalStorage } from 'node:async_hooks';

/** What one call adds to the requests that it makes over a session that all share. */
export interface CallContext {
  /** Says whom the call is for. */
  headers: Record<string, string>;
  /** Largest answer, in bytes. */
  maxBytes: number;
  /** Called when the answer's stream is over, whether or not the answer came on it. */
  onStreamEnd: (fault?: unknown) => void;
}

const storage = new AsyncLocalStorage<CallContext>();

/** Does something whose requests belong to one call. */
export function inCall<T>(context: CallContext, work: () => Promise<T>): Promise<T> {
  return storage.run(context, work);
}

/** The call that a request belongs to; undefined for those of the session itself. */
export function currentCall(): CallContext | undefined {
  return storage.getStore();
}
