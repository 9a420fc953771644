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
    const onScroll = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      isSticky.current = left < nearPx;
      setAtBottom(isSticky.current);
    };
    const observer = new ResizeObserver(() => isSticky.current && toBottom());
    observer.observe(content.current);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [toBottom]);

  return { frame, content, isAtBottom, toBottom };
}
