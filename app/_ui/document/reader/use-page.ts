'use client';
import { type KeyboardEvent, useRef } from 'react';
import { useDocumentAddress } from '@/app/_ui/document/use-document-address';

const steps: Record<string, number> = { PageUp: -1, PageDown: 1 };

/**
 * Which page is shown: the one in the address, kept within what there is. Null where the document
 * has no pages.
 * @param count number of pages
 * @param first the page that is shown where the address names none
 */
export function usePage(count: number | null, first: number | null) {
  const address = useDocumentAddress();
  const reader = useRef<HTMLDivElement>(null);
  const page = count === null ? null : clamp(address.page ?? first ?? 1, count);

  function show(wanted: number) {
    if (count === null) return;
    const next = clamp(wanted, count);
    if (next !== page) address.showPage(next);
    // Whoever has read down a long page meets the top of the next one.
    const top = reader.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) reader.current?.scrollIntoView();
  }

  /** Page Up and Page Down turn pages, save where they move in a text that is being written. */
  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    const isWriting = event.target instanceof HTMLTextAreaElement;
    if (!step || page === null || isWriting || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    // What has the focus goes with its page; the keys shall go on to work.
    reader.current?.focus({ preventScroll: true });
    show(page + step);
  }

  return { page, show, reader, onKeyDown };
}

function clamp(page: number, count: number): number {
  return Math.min(Math.max(page, 1), count);
}
