import { useEffect, useRef } from 'react';
import type { PageArea } from '@/lib/shared/chunks';
import { markPlaces } from './mark-places';
import classes from './reader.module.css';
import type { Zoom } from './zoom-control';

interface Props {
  areas: Omit<PageArea, 'page'>[];
  zoom: Zoom;
  /** What the mark says to those who do not see where it stands. */
  label: string;
}

/** Where the quoted words stand on the picture of their page, brought into view. */
export function QuoteMark({ areas, zoom, label }: Props) {
  const mark = useRef<HTMLDivElement>(null);
  const places = markPlaces(areas);

  // Only what is around the picture scrolls, never the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size or place moves the mark.
  useEffect(() => {
    const frame = mark.current?.closest('[data-kind="picture"]');
    if (!frame || !mark.current) return;
    const place = mark.current.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    frame.scrollBy({
      top: place.top - around.top - Math.max(16, (around.height - place.height) / 2),
      left: place.left - around.left - Math.max(16, (around.width - place.width) / 2),
    });
  }, [zoom, areas]);

  if (!places) return null;
  return (
    <div
      ref={mark}
      className={classes.quote}
      style={{ ...places.outer }}
      role="img"
      aria-label={label}
    >
      {places.lines.map((line) => (
        <span key={`${line.left} ${line.top}`} className={classes.quoteLine} style={{ ...line }} />
      ))}
    </div>
  );
}
