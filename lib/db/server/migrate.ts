import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { z } from 'zod';

const folder = path.resolve('drizzle/migrations');
/** Any fixed number: whoever holds this advisory lock migrates. */
const migrationLock = 7_201_117;

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** The database holds migrations that this version does not know. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/**
 * Brings the database at `url` to this version's schema; one process at a time.
 * @throws NewerDatabaseError when a newer version has been at work there.
 */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await requireKnownMigrations(client);
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}

async function requireKnownMigrations(client: postgres.Sql): Promise<void> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return;
  const applied = await client<{ when: number }[]>`
    select created_at::float8 as when from drizzle.__drizzle_migrations`;
  const journal = journalSchema.parse(
    JSON.parse(await readFile(path.join(folder, 'meta/_journal.json'), 'utf8')),
  );
  const known = new Set(journal.entries.map((entry) => entry.when));
  if (applied.every(({ when }) => known.has(when))) return;
  throw new NewerDatabaseError(
    'The database was changed by a newer version of Frontdesk. Update this one (git pull), or use another database: FRONTDESK_DATA_DIR or DATABASE_URL.',
  );
}
