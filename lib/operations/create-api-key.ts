import { apiKeys } from '@/drizzle/schema/identity';
import { db } from '@/lib/db/client';
import { hashApiKey } from '@/lib/db/identity/api-keys';
import { requireUser } from '@/lib/db/identity/users';
import { newId, newSecret } from '@/lib/ids';

/**
 * Makes an API key that acts as this account. The key itself is returned here and never again:
 * only its hash is kept, with the first characters to tell keys apart.
 * @throws AppError `not_found` when there is no such account.
 */
export async function createApiKey(input: {
  userId: string;
  name: string;
}): Promise<{ id: string; key: string }> {
  const user = await requireUser(input.userId);
  const id = newId();
  const key = `fd_${newSecret()}`;
  await db()
    .insert(apiKeys)
    .values({
      id,
      userId: user.id,
      name: input.name,
      hash: hashApiKey(key),
      prefix: key.slice(0, 8),
    });
  return { id, key };
}
