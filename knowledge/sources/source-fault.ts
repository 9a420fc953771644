import { AppError } from '@/lib/errors';
import { FetchError } from '@/lib/net/fetch-error';
import type { SourceFaultCode } from '@/lib/shared/sources';

type Values = Record<string, string | number>;

/** Something outside the desk that keeps a source, or one thing of it, from being taken. */
export class SourceFault extends Error {
  override name = 'SourceFault';

  readonly code: SourceFaultCode;
  /** For the sentence in `sources.faults`. */
  readonly values: Values;

  constructor(code: SourceFaultCode, values: Values = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.values = values;
  }
}

/** The fault that people are told about; null for what is a fault of the desk itself. */
export function toSourceFault(error: unknown): SourceFault | null {
  if (error instanceof SourceFault) return error;
  if (error instanceof FetchError) {
    return new SourceFault(error.reason, { host: error.host }, { cause: error });
  }
  if (AppError.is(error) && error.code === 'too_large') {
    return new SourceFault('too_large', {}, { cause: error });
  }
  return null;
}
