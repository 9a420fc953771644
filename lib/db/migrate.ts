import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Brings the database at `url` to this version's schema. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await applyMigrations(drizzle(client), {
      migrationsFolder: path.resolve('drizzle/migrations'),
    });
  } finally {
    await client.end();
  }
}
