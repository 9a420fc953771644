import { useEffect, useRef, useState } from 'react';

/** How many rows are kept ready above and below those that are seen. */
const spare = 12;

/**
 * Which rows of a long list are laid out: those that are seen, and some around them.
 * @param rowHeight of every row, in pixels
 */
export function useVisibleRows(count: number, rowHeight: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => setView({ top: box.scrollTop, height: box.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);

  /** Scrolls as little as it takes to have a row in sight. */
  function reveal(index: number): void {
    const box = scroller.current;
    if (!box) return;
    const top = index * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    const bottom = top + rowHeight - box.clientHeight;
    if (bottom > box.scrollTop) box.scrollTop = bottom;
  }

  const first = Math.max(0, Math.floor(view.top / rowHeight) - spare);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + spare);
  return { scroller, first, last, reveal };
}
