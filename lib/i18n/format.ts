import type { Locale } from '@/lib/locale';

/** How dates and figures are written in each language, wherever people read them. */
export const languageTags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };

type InstantOptions = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle' | 'timeZone'>;

/** A moment for its reader, e.g. "25 Nov 2026, 14:30"; without `timeZone` on the clocks of here. */
export function formatInstant(
  instant: Date,
  locale: Locale,
  { dateStyle = 'medium', timeStyle = 'short', timeZone }: InstantOptions = {},
): string {
  const options = { dateStyle, timeStyle, timeZone };
  return new Intl.DateTimeFormat(languageTags[locale], options).format(instant);
}

/** A decimal amount such as "129.00" for people, e.g. "SGD 129.00". */
export function formatMoney(amount: string, currency: string, locale: Locale): string {
  const money = new Intl.NumberFormat(languageTags[locale], { style: 'currency', currency });
  // Intl writes a no-break space, which a search or a model's quote would not match.
  return money.format(Number(amount)).replaceAll('\u00A0', ' ');
}

/** A decimal figure such as "1250.5" for people, e.g. "1,250.50"; whole ones stay whole. */
export function formatFigure(figure: string, locale: Locale): string {
  const digits = figure.includes('.') ? 2 : 0;
  return Number(figure).toLocaleString(languageTags[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A date (`YYYY-MM-DD`) for people, e.g. "25 Nov 2026". */
export function formatDay(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** A date (`YYYY-MM-DD`) with its weekday, e.g. "Wed, 25 Nov". */
export function formatWeekday(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTags[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}
