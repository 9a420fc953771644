'use client';
import { useCitations } from './citations-context';
import classes from './markdown.module.css';
import { useCitationNames } from './use-citation-names';

/** A number in the text that opens the passage it stands for. */
export function CitationChip({ n }: Record<string, unknown>) {
  const { nameOf, placeOf, labelOf } = useCitationNames();
  const { find, open } = useCitations();
  const citation = find(Number(n));
  if (!citation) return `[${Number(n)}]`;
  return (
    <button
      type="button"
      className={classes.chip}
      title={[nameOf(citation), placeOf(citation)].filter(Boolean).join(' · ')}
      aria-label={labelOf(citation)}
      onClick={() => open(citation)}
    >
      {citation.n}
    </button>
  );
}
