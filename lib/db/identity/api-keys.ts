import { and, desc, eq, getTableColumns, isNull, lt, or, sql } from 'drizzle-orm';
import { apiKeys, users } from '@/drizzle/schema/identity';
import { sha256 } from '@/lib/ids';
import { db, type Executor } from '../client';
import type { User } from './users';

export type ApiKey = typeof apiKeys.$inferSelect;

/** What is stored for a key. Keys are 256 random bits, so a fast hash is enough. */
export function hashApiKey(key: string): string {
  return sha256(key);
}

/** The user a key acts as; null for a key that is unknown, revoked or of a disabled account. */
export async function findUserByApiKey(key: string): Promise<User | null> {
  const [row] = await db()
    .select({ keyId: apiKeys.id, user: getTableColumns(users) })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(
      and(eq(apiKeys.hash, hashApiKey(key)), isNull(apiKeys.revokedAt), isNull(users.disabledAt)),
    )
    .limit(1);
  if (!row) return null;
  await touchApiKey(row.keyId);
  return row.user;
}

/** Notes the use, at most once a minute: a busy key must not cost a write for each request. */
async function touchApiKey(id: string): Promise<void> {
  const stale = or(
    isNull(apiKeys.lastUsedAt),
    lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`),
  );
  await db()
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiKeys.id, id), stale));
}

/** An account's keys, newest first. */
export async function listApiKeys(userId: string): Promise<ApiKey[]> {
  return db()
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.userId, userId))
    .orderBy(desc(apiKeys.createdAt));
}

/** Revokes every key of an account that still works. */
export async function revokeApiKeysOf(executor: Executor, userId: string): Promise<void> {
  await executor
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)));
}
