import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { errorResponse } from './error-response';

/** A port of this machine on which nothing listens. */
const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';

async function faultOf(work: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

test('who asks while the database is away is told so, and to try again', async () => {
  const client = postgres(nowhere, { max: 1 });
  const faults = [
    await faultOf(() => client`select 1`),
    await faultOf(() => drizzle(client).execute('select 1')),
    await faultOf(() => drizzle(client).transaction((tx) => tx.execute('select 1'))),
  ];
  for (const fault of faults) {
    const response = errorResponse(fault, 'en');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).not.toBeNull();
    expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
  }
  await client.end();
});

test('another service that cannot be reached is not taken for the database', async () => {
  const fault = await faultOf(() => fetch('http://127.0.0.1:1/'));
  expect(errorResponse(fault, 'en').status).toBe(500);
});
