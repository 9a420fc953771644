'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** Nearer to the end than this, in pixels, and a reader follows what is added. */
const nearEnd = 120;

/**
 * For a scrolling list that grows at its end: starts at the end, and stays there when `newest`
 * changes, unless the reader has scrolled up.
 */
export function useStickToEnd(newest: number): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const onScroll = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      isAtEnd.current = left < nearEnd;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, []);

  useEffect(() => {
    const element = list.current;
    if (element && newest > 0 && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [newest]);

  return list;
}
