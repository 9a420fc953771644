import { expect, test } from 'vitest';
import { guardedFetch } from './guarded-fetch';
import { guardedRequest } from './guarded-request';
import { guardedStreamFetch } from './guarded-stream-fetch';

interface Limits {
  signal?: AbortSignal;
  timeoutMs: number;
}

const address = 'http://slow-name.test/';
const sent = { method: 'POST', headers: {}, body: '{}', maxBytes: 1_000 };
/** As a name server that hangs does. */
const rules = { resolve: () => new Promise<never>(() => undefined), allowed: [] };

/** Every kind of request to an address that somebody entered. */
const kinds: [string, (limits: Limits) => Promise<unknown>][] = [
  ['a page', (limits) => guardedFetch(address, { ...limits, ...rules })],
  [
    'a call',
    ({ timeoutMs, signal = AbortSignal.timeout(timeoutMs) }) =>
      guardedRequest(address, { ...sent, signal, ...rules }),
  ],
  ['a stream', (limits) => guardedStreamFetch(address, { ...sent, ...limits, ...rules })],
];

const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (fault) => fault,
  );

test.each(kinds)('%s is given up in time when the name server never answers', async (_, ask) => {
  const fault = await faultOf(ask({ timeoutMs: 20 }));
  expect(fault).toMatchObject({
    message: expect.stringMatching(/^timed_out: slow-name\.test$|due to timeout$/),
  });
});

test.each(kinds)('whoever wants %s may stop before its name is found', async (_, ask) => {
  const aborter = new AbortController();
  const asked = faultOf(ask({ timeoutMs: 60_000, signal: aborter.signal }));
  aborter.abort('no longer wanted');
  expect(await asked).toBe('no longer wanted');
});
