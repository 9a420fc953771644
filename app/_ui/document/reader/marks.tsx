import type { PageArea } from '@/lib/shared/chunks';
import { markPlaces } from './mark-places';
import classes from './reader.module.css';
import { useReader } from './reader-context';
import { markId } from './reveal';

/** A passage or an element that has a place on the page. */
export interface Mark {
  key: string;
  /** What it is, for those who do not see where it stands. */
  label: string;
  areas: Omit<PageArea, 'page'>[];
}

/** Where texts stand on the picture of their page: each leads to its text. */
export function Marks({ marks }: { marks: Mark[] }) {
  const { active, hover, showText } = useReader();
  return marks.map(({ key, label, areas }) => {
    const places = markPlaces(areas);
    if (!places) return null;
    return (
      <button
        key={key}
        type="button"
        id={markId(key)}
        className={classes.mark}
        style={{ ...places.outer }}
        aria-label={label}
        aria-current={active === key ? 'true' : undefined}
        onClick={() => showText(key)}
        onMouseEnter={() => hover(key)}
        onMouseLeave={() => hover(null)}
      >
        {places.lines.map((line) => (
          <span key={`${line.left} ${line.top}`} className={classes.line} style={{ ...line }} />
        ))}
      </button>
    );
  });
}
