import { and, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import { sessions, users } from '@/drizzle/schema/identity';
import { newSecret, sha256 } from '@/lib/ids';
import { db, type Executor } from '../client';
import type { User } from './users';

/** How long a sign-in lasts, in seconds. It is not extended by use. */
export const sessionMaxAgeSeconds = 30 * 24 * 60 * 60;

/** What is stored for a session token: who reads the database cannot use it as a cookie. */
export function hashSessionToken(token: string): string {
  return sha256(`session:${token}`);
}

/** The session of this cookie value with its user, expired or disabled ones too: the caller decides. */
export async function findSession(token: string): Promise<{ user: User; expires: Date } | null> {
  const [row] = await db()
    .select({ user: getTableColumns(users), expires: sessions.expires })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.sessionToken, hashSessionToken(token)))
    .limit(1);
  return row ?? null;
}

/** Whether anybody has signed in, and not signed out again. */
export async function hasSessions(): Promise<boolean> {
  const rows = await db().select({ userId: sessions.userId }).from(sessions).limit(1);
  return rows.length > 0;
}

/** Opens a session and returns the cookie value, which is stored nowhere. */
export async function createSession(
  userId: string,
  expires = new Date(Date.now() + sessionMaxAgeSeconds * 1000),
): Promise<string> {
  const token = newSecret();
  await db()
    .insert(sessions)
    .values({ sessionToken: hashSessionToken(token), userId, expires });
  return token;
}

/** Ends one session, by its cookie value. */
export async function deleteSession(token: string): Promise<void> {
  await db()
    .delete(sessions)
    .where(eq(sessions.sessionToken, hashSessionToken(token)));
}

/** Clears away an account's sessions that have expired. */
export async function deleteExpiredSessionsOf(userId: string): Promise<void> {
  await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), lt(sessions.expires, sql`now()`)));
}

/** Ends every session of an account. */
export async function deleteSessionsOf(executor: Executor, userId: string): Promise<void> {
  await executor.delete(sessions).where(eq(sessions.userId, userId));
}
