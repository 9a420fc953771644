'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

const nearPx = 80;

/** Keeps the newest text in view while the person has not scrolled up to read. */
export function useStickToBottom() {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isAtBottom, setAtBottom] = useState(true);
  const isSticky = useRef(true);

  const toBottom = useCallback(() => {
    isSticky.current = true;
    frame.current?.scrollTo({ top: frame.current.scrollHeight });
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (!element || !content.current) return;
    let lastTop = element.scrollTop;
    const onScroll = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      // New text may be laid out before the event of our own scrolling arrives: far from the
      // bottom is a person's wish only when they went up.
      if (isNear) isSticky.current = true;
      else if (element.scrollTop < lastTop) isSticky.current = false;
      lastTop = element.scrollTop;
      setAtBottom(isNear || isSticky.current);
    };
    const observer = new ResizeObserver(() => isSticky.current && toBottom());
    observer.observe(content.current);
    // A banner above or a problem below takes room from the frame.
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [toBottom]);

  return { frame, content, isAtBottom, toBottom };
}
