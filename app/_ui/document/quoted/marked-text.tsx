import type { TextRange } from '@/lib/shared/find-quote';
import classes from './quoted.module.css';

interface Props {
  text: string;
  /** Where the text begins in what `quoted` counts through. */
  start?: number;
  /** What is marked; null marks nothing. */
  quoted: TextRange | null;
}

/** A text with the part of it marked that is quoted. */
export function MarkedText({ text, start = 0, quoted }: Props) {
  const from = Math.max(0, (quoted?.start ?? 0) - start);
  const to = Math.min(text.length, (quoted?.end ?? 0) - start);
  if (to <= from) return text;
  return (
    <>
      {text.slice(0, from)}
      <mark className={classes.mark}>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
