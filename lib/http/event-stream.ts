import { onEventsLost } from '@/lib/events/bus';

/** Most events that may wait for a slow reader before its stream is ended. */
const maxWaiting = 256;
const defaultHeartbeatMs = 15_000;

/** Sends one event; ignored once the stream has ended. */
export type Send<T> = (data: T) => void;

/** Starts sending and resolves to the function that stops it. */
type Subscribe<T> = (send: Send<T>) => Promise<() => void>;

/**
 * Answers with server-sent events: each sent value is one `data:` line of JSON, with a comment
 * every `heartbeatMs` so that proxies keep the connection. Ends when the client goes away, when
 * the client reads too slowly to keep up, and when events may have been lost: an EventSource then
 * connects again after a second and its page reloads what it shows.
 * @throws whatever `subscribeTo` throws, before anything is answered.
 */
export async function eventStream<T>(
  request: Request,
  subscribeTo: Subscribe<T>,
  { heartbeatMs = defaultHeartbeatMs }: { heartbeatMs?: number } = {},
): Promise<Response> {
  const outlet = makeOutlet();
  outlet.write('retry: 1000\n\n');
  const unsubscribe = await subscribeTo((data) =>
    outlet.write(`data: ${JSON.stringify(data)}\n\n`),
  );
  const stopListening = onEventsLost(outlet.end);
  const heartbeat = setInterval(() => outlet.write(': still here\n\n'), heartbeatMs);
  outlet.onEnd(() => {
    clearInterval(heartbeat);
    stopListening();
    unsubscribe();
  });
  request.signal.addEventListener('abort', outlet.end, { once: true });
  if (request.signal.aborted) outlet.end();
  return new Response(outlet.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** A byte stream that ends itself, once, when its reader is gone or too far behind. */
function makeOutlet() {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cleanUp: (() => void) | undefined;
  let isOver = false;

  const finish = () => {
    if (isOver) return false;
    isOver = true;
    cleanUp?.();
    return true;
  };
  const end = () => {
    if (finish()) controller?.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (started) => {
        controller = started;
      },
      cancel: () => {
        finish();
      },
    },
    { highWaterMark: maxWaiting },
  );
  return {
    body,
    end,
    write: (frame: string) => {
      if (isOver || !controller) return;
      if ((controller.desiredSize ?? 0) <= 0) return end();
      controller.enqueue(encoder.encode(frame));
    },
    onEnd: (callback: () => void) => {
      cleanUp = callback;
      if (isOver) callback();
    },
  };
}
