import { afterAll, expect, test } from 'vitest';
import { closeDatabase, db } from '@/lib/db/client';
import { freePort } from '@/lib/net/free-port';
import { findRetrievalSettings } from '@/lib/operations/find-retrieval-settings';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { type CuttableProxy, startCuttableProxy } from '@/tests/support/cuttable-proxy';
import { waitFor } from '@/tests/support/wait-for';
import { publish, subscribe } from './bus';
import type { DeskEvent } from './events';

let proxy: CuttableProxy | undefined;
afterAll(async () => {
  await closeDatabase();
  await proxy?.close();
});

test('a process that could not reach the database at first hears of events once it can', async () => {
  const url = new URL(process.env.DATABASE_URL ?? '');
  const target = { host: url.hostname, port: Number(url.port) };
  url.port = String(await freePort());
  process.env.DATABASE_URL = url.href;
  const heard: DeskEvent[] = [];
  const hear = () => subscribe((event) => heard.push(event));
  await expect(hear()).rejects.toThrow('ECONNREFUSED');
  await expect(findRetrievalSettings()).rejects.toThrow('ECONNREFUSED');

  proxy = await startCuttableProxy(target, Number(url.port));
  await waitFor('events to come again', () => hear().then(Boolean, () => false));
  expect(await findRetrievalSettings()).toEqual(defaultRetrieval);
  await publish(db(), { type: 'retrieval-settings-applied' });
  await waitFor('the event', () => heard.length > 0);
  expect(heard).toEqual([{ type: 'retrieval-settings-applied' }]);
});
