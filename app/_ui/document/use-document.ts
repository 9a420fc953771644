'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { fetchDocument } from '@/app/_ui/knowledge/documents-api';
import { useEventSource } from '@/app/_ui/use-event-source';
import { type DocumentView, documentUpdateSchema } from '@/lib/shared/documents';

/** Progress is told several times a second; the page asks at most this often, in milliseconds. */
const gatherMs = 300;

/**
 * A document kept as it stands by the server's events; `revision` grows with each of them, and when
 * the line comes back after a break. One that is gone has the server render the page anew, which
 * then proves its deletion.
 */
export function useDocument(initial: DocumentView) {
  const router = useRouter();
  const [document, setDocument] = useState(initial);
  const [revision, setRevision] = useState(0);
  const [fault, setFault] = useState<unknown>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isFirstLook = useRef(true);

  async function refresh() {
    try {
      const found = await fetchDocument(initial.id);
      setFault(null);
      if (!found) return router.refresh();
      setDocument(found);
      // The page has just come from the server, and so has everything on it.
      const isNews = !isFirstLook.current || found.updatedAt !== initial.updatedAt;
      isFirstLook.current = false;
      if (isNews) setRevision((last) => last + 1);
    } catch (error) {
      setFault(error);
    }
  }

  function refreshSoon() {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void refresh();
    }, gatherMs);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useEventSource('/api/documents/events', {
    onConnect: refresh,
    onEvent: (data) => {
      if (documentUpdateSchema.parse(data).documentId === initial.id) refreshSoon();
    },
  });

  return { document, revision, fault, refresh };
}
