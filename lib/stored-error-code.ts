import { z } from 'zod';
import type { ErrorCode } from './errors';
import { catalogs } from './i18n/catalog';

const known: ReadonlySet<string> = new Set(Object.keys(catalogs.en.errors));

/** A code that was stored with what failed; one that this version does not know is told as `unavailable`. */
export const storedErrorCode = z
  .string()
  .transform((code) => (known.has(code) ? code : 'unavailable'))
  .pipe(z.custom<ErrorCode>((code) => typeof code === 'string'));
