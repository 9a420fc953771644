import { useEffect, useRef } from 'react';
import type { DocumentElement } from '@/lib/shared/documents';
import { ReadElement } from './read-element';
import classes from './reader.module.css';

interface Props {
  elements: DocumentElement[];
  /** Positions of those that are marked. */
  marked: Set<number>;
  /** Position of the one to bring into view; null for none. */
  wanted: number | null;
}

/** What was read, as a document to read. */
export function ReadableText({ elements, marked, wanted }: Props) {
  const text = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = wanted === null ? null : text.current?.children[wanted];
    const frame = text.current?.parentElement;
    if (!element || !frame) return;
    // Only what is around the text scrolls, never the page: the reader looks at the other side.
    const above = element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    if (above < 0 || above > frame.clientHeight * 0.8) {
      frame.scrollBy({ top: above - frame.clientHeight / 4 });
    }
  }, [wanted]);

  return (
    <div ref={text} className={classes.text}>
      {elements.map((element, index) => (
        // Elements have no identity of their own; they change only all at once.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <div key={index} data-marked={marked.has(index)}>
          <ReadElement element={element} />
        </div>
      ))}
    </div>
  );
}
