import { and, eq } from 'drizzle-orm';
import { demoIdempotencyKeys } from '@/drizzle/schema/demo-requests';
import { canonicalJson } from '@/lib/canonical-json';
import { db, type Transaction } from '@/lib/db/client';
import { sha256 } from '@/lib/ids';
import { Problem } from './problem';

interface Once {
  accountId: string;
  key: string;
  operationId: string;
  request: unknown;
}

/**
 * Runs `effect` at most once per account and key; a replay returns the stored body. The key's
 * row and the effect commit together: concurrent duplicates wait on the row, and a refusal
 * (an exception) leaves no trace, so that it can be tried again.
 * @throws Problem `key_reused` when the key came with another request before.
 */
export async function runOnce(
  { accountId, key, operationId, request }: Once,
  effect: (tx: Transaction) => Promise<unknown>,
): Promise<unknown> {
  const requestHash = sha256(canonicalJson(request));
  return db().transaction(async (tx) => {
    const mine = and(
      eq(demoIdempotencyKeys.customerId, accountId),
      eq(demoIdempotencyKeys.key, key),
    );
    const inserted = await tx
      .insert(demoIdempotencyKeys)
      .values({ customerId: accountId, key, operationId, requestHash })
      .onConflictDoNothing()
      .returning({ key: demoIdempotencyKeys.key });
    if (inserted.length === 0) {
      const [stored] = await tx.select().from(demoIdempotencyKeys).where(mine);
      if (stored?.requestHash !== requestHash) throw new Problem('key_reused');
      return stored.body;
    }
    const body = await effect(tx);
    await tx.update(demoIdempotencyKeys).set({ body }).where(mine);
    return body;
  });
}
