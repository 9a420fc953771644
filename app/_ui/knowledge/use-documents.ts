'use client';
import { useEffect, useRef, useState } from 'react';
import { useEventSource } from '@/app/_ui/use-event-source';
import { type DocumentView, documentUpdateSchema } from '@/lib/shared/documents';
import { fetchDocument, fetchDocuments } from './documents-api';

/** Progress is told several times a second; the page asks at most this often, in milliseconds. */
const gatherMs = 300;

/** The documents, kept as they stand by the server's events. */
export function useDocuments(initial: DocumentView[]) {
  const [documents, setDocuments] = useState(initial);
  const [fault, setFault] = useState<unknown>(null);
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  async function reload() {
    try {
      setDocuments(await fetchDocuments());
      setFault(null);
    } catch (error) {
      setFault(error);
    }
  }

  async function refresh(id: string) {
    try {
      const found = await fetchDocument(id);
      setDocuments((shown) => place(shown, id, found));
    } catch (error) {
      setFault(error);
    }
  }

  function refreshSoon(id: string) {
    changed.current.add(id);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const ids = [...changed.current];
      changed.current.clear();
      for (const one of ids) void refresh(one);
    }, gatherMs);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useEventSource('/api/documents/events', {
    onConnect: reload,
    onEvent: (data) => refreshSoon(documentUpdateSchema.parse(data).documentId),
  });

  return { documents, fault, reload, refresh };
}

/** Puts a document in its place: new ones first; null takes it away. */
function place(shown: DocumentView[], id: string, found: DocumentView | null): DocumentView[] {
  if (!found) return shown.filter((one) => one.id !== id);
  const index = shown.findIndex((one) => one.id === id);
  return index === -1 ? [found, ...shown] : shown.with(index, found);
}
