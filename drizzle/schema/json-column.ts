import { customType } from 'drizzle-orm/pg-core';

/**
 * A `jsonb` column that takes whatever a model, a document or another system wrote: PostgreSQL
 * refuses NUL and halves of characters inside JSON, so the first is left out and the second
 * replaced.
 */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) =>
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part,
    ),
});
