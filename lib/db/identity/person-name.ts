import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * What staff see somebody called: by their name or, without one, their address.
 * @param account the columns of the account that a query joins, under whatever name
 * @returns null in rows that no account was joined to
 */
export function personName({
  name,
  email,
}: Record<'name' | 'email', PgColumn>): SQL<string | null> {
  return sql<string | null>`coalesce(${name}, ${email})`;
}
