'use client';
import { type RefObject, useRef, useState } from 'react';
import type { DocumentView } from '@/lib/shared/documents';

/** Which document a person is asked about deleting, and where the focus goes once it is gone. */
export function useDeletion(section: RefObject<HTMLElement | null>, documents: DocumentView[]) {
  const [asked, setAsked] = useState<DocumentView | null>(null);
  const place = useRef(0);

  function ask(document: DocumentView) {
    place.current = documents.findIndex(({ id }) => id === document.id);
    setAsked(document);
  }

  /** After a deletion the button that was pressed is gone: the document that took its place follows. */
  function moveFocus() {
    if (document.activeElement !== document.body) return;
    const titles = [...(section.current?.querySelectorAll<HTMLElement>('[data-title]') ?? [])];
    (titles[place.current] ?? titles.at(-1) ?? section.current)?.focus();
  }

  return { asked, ask, close: () => setAsked(null), moveFocus };
}
