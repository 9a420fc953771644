import type { ConnectionRow } from '@/lib/db/connections/connections';
import { type Identity, identitySchema } from '@/lib/shared/connections';

/**
 * How the calls of a connection say whom they are for; null when they are for nobody.
 * @throws ZodError where what is stored cannot be read: a call for somebody never goes out for nobody
 */
export function identityOf({ identity }: Pick<ConnectionRow, 'identity'>): Identity | null {
  return identitySchema.nullable().parse(identity);
}
