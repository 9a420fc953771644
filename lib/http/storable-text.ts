import { AppError } from '@/lib/errors';

/**
 * Text as the database can keep it. Half of a character, left where a program cut a text, becomes
 * the replacement character; NUL is in nobody's text.
 * @throws AppError `invalid_request`
 */
export function storableText(text: string): string {
  if (text.includes('\0')) throw new AppError('invalid_request', { detail: 'NUL character' });
  return text.toWellFormed();
}
