import type { Catalog } from '@/lib/i18n/catalog';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';

/** Every error a person can meet; its sentence stands in the `errors` catalogue. */
export type ErrorCode = keyof Catalog['errors'];

type Values = Record<string, string | number>;

const statuses: Partial<Record<ErrorCode, number>> = {
  not_signed_in: 401,
  key_refused: 401,
  key_needed: 401,
  forbidden: 403,
  wrong_origin: 403,
  not_found: 404,
  passage_gone: 404,
  message_taken: 409,
  conflict: 409,
  not_owner: 409,
  email_taken: 409,
  last_admin: 409,
  account_disabled: 409,
  view_as_disabled: 409,
  file_changed: 409,
  not_ready: 409,
  connection_name_taken: 409,
  connection_off: 409,
  demo_off: 409,
  tool_name_taken: 409,
  action_expired: 409,
  action_decided: 409,
  undo_over: 409,
  confirm_in_chat: 409,
  own_approval: 403,
  too_many_requests: 429,
  queue_full: 429,
  budget_spent: 429,
  too_large: 413,
  busy: 503,
  unavailable: 503,
  answer_pending: 503,
  index_dimension: 503,
  disk_full: 507,
  internal: 500,
};

const brand = Symbol.for('frontdesk.AppError');

/** A fault that people are told about: a code, values for its sentence and an HTTP status. */
export class AppError extends Error {
  override name = 'AppError';
  readonly [brand] = true;
  readonly status: number;

  readonly code: ErrorCode;
  readonly values: Values;

  constructor(
    code: ErrorCode,
    values: Values = {},
    options: { cause?: unknown; status?: number } = {},
  ) {
    super(code, { cause: options.cause });
    this.code = code;
    this.values = values;
    this.status = options.status ?? statuses[code] ?? 400;
  }

  /** Whether it is one, also one of another copy of this module: Next bundles it more than once. */
  static is(error: unknown): error is AppError {
    return error instanceof Error && brand in error;
  }

  /** The sentence for people, in their language. */
  sentence(locale: Locale): string {
    return translate(locale, `errors.${this.code}`, this.values);
  }
}

/** Not there, or not yours: both look the same. */
export function notFound(): AppError {
  return new AppError('not_found');
}
