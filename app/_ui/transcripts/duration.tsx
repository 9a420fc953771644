import { useFormatter } from 'next-intl';

/** Tells a duration in the unit that suits it: milliseconds below a second, else seconds. */
export function useDuration(): (ms: number) => string {
  const format = useFormatter();
  return (ms) => {
    const isShort = ms < 1000;
    return format.number(isShort ? ms : ms / 1000, {
      style: 'unit',
      unit: isShort ? 'millisecond' : 'second',
      unitDisplay: 'short',
      maximumFractionDigits: isShort ? 0 : 1,
    });
  };
}

/** A duration, as text of its own. */
export function Duration({ ms }: { ms: number }) {
  return useDuration()(ms);
}
