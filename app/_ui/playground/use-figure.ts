import { useFormatter } from 'next-intl';

/** Writes a figure with at most two decimals, in the reader's language. */
export function useFigure() {
  const format = useFormatter();
  return (value: number) => format.number(value, { maximumFractionDigits: 2 });
}
