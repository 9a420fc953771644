'use client';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useEventSource } from '@/app/_ui/use-event-source';
import { documentUpdateSchema } from '@/lib/shared/documents';

/** Progress is told several times a second; the page looks at most this often, in milliseconds. */
const gatherMs = 1_000;

interface Handlers {
  /** Connected, for the first time or again: what was missed should be fetched. */
  onConnect: () => void;
  /** These documents changed, came or went. Not called again before it has ended. */
  onChanges: (documentIds: string[]) => Promise<void>;
}

/**
 * Hears which documents change, gathered, however many change at once.
 * @returns whether the line is up
 */
export function useDocumentChanges({ onConnect, onChanges }: Handlers): boolean {
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const tell = useEffectEvent(async () => {
    const ids = [...changed.current];
    changed.current.clear();
    await onChanges(ids);
  });

  function tellSoon() {
    timer.current ??= setTimeout(() => {
      void tell().finally(() => {
        timer.current = undefined;
        if (changed.current.size > 0) tellSoon();
      });
    }, gatherMs);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  return useEventSource('/api/documents/events', {
    onConnect,
    onEvent: (data) => {
      changed.current.add(documentUpdateSchema.parse(data).documentId);
      tellSoon();
    },
  });
}
