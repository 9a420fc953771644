import type { Principal } from '@/lib/auth/principal';
import { watchAccount } from '@/lib/auth/still-allowed';

type Bytes = ReadableStream<Uint8Array>;

/**
 * Lets a stream of events live only as long as its reader may read it: it ends once the account
 * is disabled or its rights change, and the reader has to ask anew. Other responses, and those
 * to guests, who have no account, pass untouched.
 */
export async function endWithAccess(principal: Principal, response: Response): Promise<Response> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!isStream || !response.body || principal.kind === 'guest') return response;
  const ending = new AbortController();
  const stopWatching = await watchAccount(principal, () => ending.abort());
  return new Response(until(response.body, ending.signal, stopWatching), response);
}

/** The same stream, read on demand only, and ended by the signal; `cleanUp` runs when it is over. */
function until(source: Bytes, signal: AbortSignal, cleanUp: () => void): Bytes {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        signal.addEventListener(
          'abort',
          () => {
            cleanUp();
            controller.close();
            void reader.cancel();
          },
          { once: true },
        );
      },
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (signal.aborted) return;
        if (!done) return controller.enqueue(value);
        cleanUp();
        controller.close();
      },
      cancel: (reason) => {
        cleanUp();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
