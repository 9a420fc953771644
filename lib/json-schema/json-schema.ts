/** A JSON schema, as far as it is known: whatever a document holds. */
export type JsonSchema = { [keyword: string]: unknown };
