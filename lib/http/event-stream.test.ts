import { expect, test } from 'vitest';
import { subscribe } from '@/lib/events/bus';
import { eventStream, type Send } from './event-stream';

interface Opened {
  response: Response;
  send: Send<{ n: number }>;
  isStopped: () => boolean;
  abort: () => void;
}

async function open(heartbeatMs?: number): Promise<Opened> {
  const aborter = new AbortController();
  const request = new Request('http://desk.test/events', { signal: aborter.signal });
  let stopped = false;
  let send: Send<{ n: number }> = () => undefined;
  const response = await eventStream<{ n: number }>(
    request,
    async (given) => {
      send = given;
      const unsubscribe = await subscribe(() => undefined);
      return () => {
        unsubscribe();
        stopped = true;
      };
    },
    { heartbeatMs },
  );
  return { response, send, isStopped: () => stopped, abort: () => aborter.abort() };
}

test('each event arrives as one line of JSON, and the end of the client ends the subscription', async () => {
  const { response, send, isStopped, abort } = await open();
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  send({ n: 1 });
  send({ n: 2 });
  abort();
  expect(await response.text()).toBe('retry: 1000\n\ndata: {"n":1}\n\ndata: {"n":2}\n\n');
  expect(isStopped()).toBe(true);
});

test('a quiet stream is kept open by comments', async () => {
  const { response, abort } = await open(5);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  expect((await reader?.read())?.value).toBe(': still here\n\n');
  abort();
});

test('a reader that does not keep up is cut off instead of filling memory', async () => {
  const { response, send, isStopped } = await open();
  for (let n = 0; n < 10_000; n += 1) send({ n });
  expect(isStopped()).toBe(true);
  const frames = (await response.text()).split('\n\n').length;
  expect(frames).toBeLessThan(300);
});
