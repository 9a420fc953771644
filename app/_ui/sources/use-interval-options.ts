import { useTranslations } from 'next-intl';

/** How often sources are usually read, in minutes. */
const usual = [5, 15, 60, 180, 720, 1_440, 10_080];

const hour = 60;
const day = 24 * hour;

/** The choices of how often a source is read, with their labels. */
export function useIntervalOptions() {
  const t = useTranslations('sources.intervals');
  const labelOf = (minutes: number) => {
    if (minutes % day === 0) return t('days', { count: minutes / day });
    if (minutes % hour === 0) return t('hours', { count: minutes / hour });
    return t('minutes', { count: minutes });
  };
  return {
    labelOf,
    /** The choices, and the present one when it is not among them. */
    optionsWith: (present: number) =>
      [...new Set([...usual, present])]
        .sort((a, b) => a - b)
        .map((minutes) => ({ value: String(minutes), label: labelOf(minutes) })),
  };
}
