/** An amount in millionths of a US dollar for people; small ones with the digits that tell them apart. */
export function formatCost(micros: number, locale: string): string {
  const dollars = micros / 1e6;
  const maximumFractionDigits = dollars === 0 || dollars >= 1 ? 2 : dollars >= 0.01 ? 3 : 6;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits,
  }).format(dollars);
}

/** What calls cost, for people; a dash where no price of any of them is known. */
export function formatSpent(
  { costMicros, unpriced }: { costMicros: number; unpriced: number },
  locale: string,
): string {
  return costMicros === 0 && unpriced > 0 ? '–' : formatCost(costMicros, locale);
}

/** A count for people, e.g. "12,345". */
export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** A large count in short, e.g. "1.2M". */
export function formatShort(count: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(
    count,
  );
}

/** A time in milliseconds for people: "340 ms", "1.2 s". */
export function formatTime(ms: number, locale: string): string {
  const isShort = ms < 1_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? ms : ms / 1_000);
}

/** When a column of a chart begins, on the clocks of the desk. */
export function formatMoment(
  at: string,
  options: { isHour: boolean; zone: string; locale: string },
) {
  const { isHour, zone, locale } = options;
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    ...(isHour
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { day: 'numeric', month: 'short' }),
  }).format(new Date(at));
}
