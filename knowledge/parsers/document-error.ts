import type { DocumentFailure } from '@/lib/shared/documents';

/** This document cannot become knowledge, and trying again would not help. */
export class DocumentError extends Error {
  override name = 'DocumentError';

  readonly failure: DocumentFailure;

  constructor(failure: DocumentFailure, options: { cause?: unknown } = {}) {
    super(failure, options);
    this.failure = failure;
  }
}
