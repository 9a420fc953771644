'use client';
import { useState } from 'react';
import { revealItem, revealMark } from './reveal';

/** Which passage or element is marked: the one under the pointer, else the one chosen last. */
export function useMarked() {
  const [hovered, hover] = useState<string | null>(null);
  const [selected, select] = useState<string | null>(null);
  return {
    active: hovered ?? selected,
    selected,
    hover,
    select,
    showOnPage: (key: string) => {
      select(key);
      revealMark(key);
    },
    showText: (key: string) => {
      select(key);
      revealItem(key);
    },
  };
}
