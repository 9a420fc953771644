'use client';
import { type RefObject, useRef } from 'react';
import type { DocumentView } from '@/lib/shared/documents';

/**
 * Keeps the focus in the list when the row that had it leaves: the document that takes its place
 * gets it.
 */
export function usePlace(section: RefObject<HTMLElement | null>, documents: DocumentView[]) {
  const place = useRef(0);

  /** Something is about to be done to this document. */
  function remember({ id }: DocumentView) {
    place.current = documents.findIndex((one) => one.id === id);
  }

  /** It has been done: a focus that was lost by it is put back. */
  function restore() {
    if (document.activeElement !== document.body) return;
    const titles = [...(section.current?.querySelectorAll<HTMLElement>('[data-title]') ?? [])];
    (titles[place.current] ?? titles.at(-1) ?? section.current)?.focus();
  }

  /** An act after which the row may be gone. */
  function keeping(act: (document: DocumentView) => Promise<void>) {
    return async (document: DocumentView) => {
      remember(document);
      await act(document);
      // By then the list and the button have been drawn anew.
      requestAnimationFrame(() => requestAnimationFrame(restore));
    };
  }

  return { remember, restore, keeping };
}
