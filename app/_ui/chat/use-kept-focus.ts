'use client';
import { type FocusEventHandler, type RefObject, useEffect, useRef } from 'react';

interface KeptFocus {
  ref: RefObject<HTMLElement | null>;
  tabIndex: -1;
  onFocus: FocusEventHandler;
  onBlur: FocusEventHandler;
}

/**
 * Gives the focus to an element when what had it inside has gone or can be used no more, so that
 * people with keyboards and screen readers keep their place.
 * @param change differs whenever something inside may have gone
 * @returns what the element needs as props
 */
export function useKeptFocus(change: string): KeptFocus {
  const ref = useRef<HTMLElement>(null);
  const isInside = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is to look after every change.
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    ref.current?.focus({ preventScroll: true });
  }, [change]);
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: ({ target }) => {
      // What is disabled, or goes, loses the focus without anybody moving it.
      isInside.current = target.matches(':disabled') || !target.isConnected;
    },
  };
}
