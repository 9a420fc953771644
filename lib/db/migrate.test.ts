import postgres from 'postgres';
import { expect, test } from 'vitest';
import { env } from '@/lib/env';
import { migrate, NewerDatabaseError } from './migrate';

test('a database that a newer version has changed is refused, and left as it is', async () => {
  const url = env().DATABASE_URL ?? '';
  await migrate(url);
  const sql = postgres(url, { max: 1 });
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9e12)`;
  await expect(migrate(url)).rejects.toThrow(NewerDatabaseError);
  await sql.end();
});
