import { and, eq, isNull, sql } from 'drizzle-orm';
import { apiKeys } from '@/drizzle/schema/identity';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors';

/**
 * Ends an API key of this account at once; it cannot be brought back.
 * @throws AppError `not_found` when the account has no such key that still works.
 */
export async function revokeApiKey(input: { userId: string; keyId: string }): Promise<void> {
  const [row] = await db()
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(
      and(eq(apiKeys.id, input.keyId), eq(apiKeys.userId, input.userId), isNull(apiKeys.revokedAt)),
    )
    .returning({ id: apiKeys.id });
  if (!row) throw notFound();
}
