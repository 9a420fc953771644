import { z } from 'zod';

/**
 * Why a document was refused: a closed list. The sentences for people stand in the `knowledge`
 * catalogue under `failures`.
 */
export const documentFailures = [
  'empty',
  'password_protected',
  'damaged',
  'unsupported_type',
  'no_text',
  'too_many_pages',
  'too_much_text',
  'too_large_unpacked',
  'timed_out',
  'out_of_memory',
  'internal',
] as const;
export const documentFailureSchema = z.enum(documentFailures);
export type DocumentFailure = z.infer<typeof documentFailureSchema>;

/** This document cannot become knowledge, and trying again would not help. */
export class DocumentError extends Error {
  override name = 'DocumentError';

  constructor(
    readonly failure: DocumentFailure,
    options: { cause?: unknown } = {},
  ) {
    super(failure, options);
  }
}
