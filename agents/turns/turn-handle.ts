import type { TurnResult } from './turn-result';

/** A message that was taken: follow it as a stream, or wait for what becomes of it. */
export interface TurnHandle {
  /** The UI message stream from its beginning; every call gives another reader. */
  read: () => ReadableStream<Uint8Array>;
  /** Rejects only when the outcome could not be stored. */
  result: Promise<TurnResult>;
}
