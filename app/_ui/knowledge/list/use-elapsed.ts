import { useFormatter } from 'next-intl';
import { splitElapsed } from './split-elapsed';

/** Tells a length of time, given in milliseconds, in its two largest units: «1 min 5 sec». */
export function useElapsed(): (ms: number) => string {
  const format = useFormatter();
  return (ms) =>
    splitElapsed(ms)
      .map(({ unit, value }) => format.number(value, { style: 'unit', unit, unitDisplay: 'short' }))
      .join(' ');
}
