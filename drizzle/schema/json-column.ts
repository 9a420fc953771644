import { customType } from 'drizzle-orm/pg-core';

/**
 * A value as text for a `jsonb` column: PostgreSQL refuses NUL and halves of characters inside
 * JSON, so the first is left out and the second replaced.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storable(part) : part,
  );
}

function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

/** A `json` column: the same, with the fields in their own order, which people are shown. */
export const orderedJson = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: jsonText,
});

/** A `jsonb` column that takes whatever a model, a document or another system wrote. */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: jsonText,
});
