'use client';
import { useEffect, useEffectEvent, useRef } from 'react';

/** Narrow screens show one side above the other, as in `reader.module.css`. */
const narrow = '(max-width: 62em)';

interface Shows {
  showOnPage: (key: string) => void;
  showText: (key: string) => void;
}

/** Marks the passage that the address leads to as soon as it is there, once. */
export function useTarget(chunkId: string | null, isThere: boolean, shows: Shows): void {
  const done = useRef<string | null>(null);
  const show = useEffectEvent((id: string) => {
    const isNarrow = window.matchMedia(narrow).matches;
    if (!isNarrow) shows.showText(id);
    shows.showOnPage(id);
  });

  useEffect(() => {
    if (!chunkId || !isThere || done.current === chunkId) return;
    done.current = chunkId;
    show(chunkId);
  }, [chunkId, isThere]);
}
