import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { users } from '@/drizzle/schema/identity';
import { retrievalSettings } from '@/drizzle/schema/settings';
import { db } from '@/lib/db/client';
import {
  findLastRetrievalSettings,
  listRetrievalSettings,
} from '@/lib/db/knowledge/retrieval-settings';
import { publish } from '@/lib/events/bus';
import { typescript } from '@/lib/runtime/typescript';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { applyRetrievalSettings } from './apply-retrieval-settings';
import { findRetrievalSettings } from './find-retrieval-settings';

const dev = { id: 'dev' };

beforeAll(async () => {
  await db()
    .insert(users)
    .values({ id: 'dev', email: 'dev@demo.test', name: 'Dev', kind: 'staff' });
});
beforeEach(async () => {
  await db().delete(retrievalSettings);
  await publish(db(), { type: 'retrieval-settings-applied' });
  await expect.poll(findRetrievalSettings).toEqual(defaultRetrieval);
});

test('settings that are applied hold, with those before kept, who applied them and when', async () => {
  const before = Date.now();
  const first = { ...defaultRetrieval, passages: 3 };
  const second = { ...defaultRetrieval, passages: 5, isReranked: false };
  await applyRetrievalSettings(dev, first);
  await applyRetrievalSettings(dev, second);
  expect(await findLastRetrievalSettings()).toEqual(second);
  const history = await listRetrievalSettings();
  expect(history).toMatchObject([
    { settings: second, by: 'Dev' },
    { settings: first, by: 'Dev' },
  ]);
  expect(Date.parse(history[1]?.at ?? '')).toBeGreaterThanOrEqual(before - 1_000);
});

test('of many that were applied the latest twenty are told', async () => {
  for (let passages = 1; passages <= 22; passages += 1) {
    await applyRetrievalSettings(dev, { ...defaultRetrieval, passages });
  }
  const history = await listRetrievalSettings();
  expect(history.map(({ settings }) => settings.passages)).toEqual(
    Array.from({ length: 20 }, (_, at) => 22 - at),
  );
});

test('what another process applies is heard of here', async () => {
  const script = `
    import { closeDatabase } from '@/lib/db/client';
    import { applyRetrievalSettings } from '@/lib/operations/apply-retrieval-settings';
    import { defaultRetrieval } from '@/lib/shared/retrieval';
    await applyRetrievalSettings({ id: 'dev' }, { ...defaultRetrieval, answeredFrom: 0.9 });
    await closeDatabase();`;
  const asModule = [...typescript, '--input-type=module', '--eval', script];
  await promisify(execFile)(process.execPath, asModule, { env: process.env });
  await expect.poll(findRetrievalSettings).toEqual({ ...defaultRetrieval, answeredFrom: 0.9 });
});

test('between two changes nothing is read from the database', async () => {
  await applyRetrievalSettings(dev, { ...defaultRetrieval, passages: 4 });
  await expect.poll(findRetrievalSettings).toMatchObject({ passages: 4 });
  await db().delete(retrievalSettings);
  expect(await findRetrievalSettings()).toMatchObject({ passages: 4 });
});

test('where a change was lost with the connection, it is read when that is back', async () => {
  await findRetrievalSettings();
  await db().execute(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query ilike 'listen%'`,
  );
  // Written without a word to the others, as if it had been lost.
  await db()
    .insert(retrievalSettings)
    .values({ settings: { ...defaultRetrieval, passages: 7 }, appliedBy: 'dev' });
  await expect.poll(findRetrievalSettings).toMatchObject({ passages: 7 });
});

test.each([
  [{ passages: 6, meaning: 7, colour: 'red' }, { passages: 6 }],
  [{ ...defaultRetrieval, candidates: '50', nearness: null, coverage: 0 }, { coverage: 0 }],
  ['nonsense', {}],
  [null, {}],
])(
  'of settings stored in another shape (%j) what fits holds, and the default of the rest',
  async (stored, kept) => {
    await db()
      .insert(retrievalSettings)
      .values({ settings: stored ?? 'null' });
    expect(await findLastRetrievalSettings()).toEqual({ ...defaultRetrieval, ...kept });
  },
);

test('when the account is gone, what it applied stays and holds', async () => {
  await db().insert(users).values({ id: 'left', email: 'left@demo.test', kind: 'staff' });
  await applyRetrievalSettings({ id: 'left' }, { ...defaultRetrieval, passages: 2 });
  await db().execute(`delete from users where id = 'left'`);
  expect(await listRetrievalSettings()).toMatchObject([{ by: null, settings: { passages: 2 } }]);
});
