import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from './client';

test('a test file has a migrated database of its own', async () => {
  const [row] = await db().execute(sql`select count(*)::int as count from users`);
  expect(row?.count).toBe(0);
});
