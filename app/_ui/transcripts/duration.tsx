import { useFormatter } from 'next-intl';

/** A duration in the unit that suits it: milliseconds below a second, else seconds. */
export function Duration({ ms }: { ms: number }) {
  const format = useFormatter();
  const isShort = ms < 1000;
  return format.number(isShort ? ms : ms / 1000, {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: isShort ? 0 : 1,
  });
}
