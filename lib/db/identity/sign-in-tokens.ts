import { eq, lt, sql } from 'drizzle-orm';
import { verificationTokens } from '@/drizzle/schema/identity';
import { db, type Executor } from '../client';

/** Stores a one-time token, already hashed, and clears away those that have expired. */
export async function createSignInToken(token: {
  email: string;
  hash: string;
  expires: Date;
}): Promise<void> {
  await db().delete(verificationTokens).where(lt(verificationTokens.expires, sql`now()`));
  await db()
    .insert(verificationTokens)
    .values({ identifier: token.email, token: token.hash, expires: token.expires });
}

/** Takes a one-time token: of two that come at once, one gets it. Null when there is none. */
export async function takeSignInToken(
  hash: string,
): Promise<{ email: string; expires: Date } | null> {
  const [row] = await db()
    .delete(verificationTokens)
    .where(eq(verificationTokens.token, hash))
    .returning();
  return row ? { email: row.identifier, expires: row.expires } : null;
}

/** Ends every link that was made for this address and not used yet. */
export async function deleteSignInTokensOf(executor: Executor, email: string): Promise<void> {
  await executor.delete(verificationTokens).where(eq(verificationTokens.identifier, email));
}
