/** A JSON schema, as far as it is known: whatever a document holds. */
export type JsonSchema = { [keyword: string]: unknown };

/** Whether a value is an object of JSON. */
export function isJsonObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
