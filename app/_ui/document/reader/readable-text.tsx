import { useEffect, useRef } from 'react';
import type { DocumentElement } from '@/lib/shared/documents';
import { ReadElement } from './read-element';
import classes from './reader.module.css';
import { useReader } from './reader-context';

interface Props {
  elements: DocumentElement[];
  /** Positions of those that are marked. */
  marked: Set<number>;
  /** What the passage says that they are marked for; null where no passage is. */
  passage: string | null;
}

/** What was read, as a document to read. */
export function ReadableText({ elements, marked, passage }: Props) {
  const { selected } = useReader();
  const text = useRef<HTMLDivElement>(null);

  // What the pointer is over is marked where it stands; what was chosen is brought into view.
  useEffect(() => {
    const row = text.current?.querySelector('tbody [data-marked="true"]');
    const element = row ?? text.current?.querySelector('[data-marked="true"]');
    const frame = text.current?.parentElement;
    if (!selected || !element || !frame) return;
    // Only what is around the text scrolls, never the page: the reader looks at the other side.
    const above = element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    if (above < 0 || above > frame.clientHeight * 0.8) {
      frame.scrollBy({ top: above - frame.clientHeight / 4 });
    }
  }, [selected]);

  return (
    <div ref={text} className={classes.text}>
      {elements.map((element, index) => (
        // Elements have no identity of their own; they change only all at once.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <div key={index} data-marked={marked.has(index)}>
          <ReadElement element={element} passage={marked.has(index) ? passage : null} />
        </div>
      ))}
    </div>
  );
}
