import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/locale';
import { type Catalog, catalogs } from './catalog';

type Values = Record<string, string | number | Date>;

function makeTranslator(locale: Locale) {
  return createTranslator<Catalog>({ locale, messages: catalogs[locale], timeZone: 'UTC' });
}

const translators = { en: makeTranslator('en'), zh: makeTranslator('zh') };

/** A text of the catalogue by its full key, e.g. `errors.not_found`, outside of React. */
export function translate(locale: Locale, key: string, values: Values = {}): string {
  return translators[locale](key as never, values as never);
}
