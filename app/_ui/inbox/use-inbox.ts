'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CaseFilter, InboxList } from '@/lib/shared/inbox';
import { fetchInbox } from './inbox-api';

/** A list as it was last fetched, with the state that it is of. */
export interface LoadedInbox {
  state: CaseFilter;
  list: InboxList;
}

/**
 * The list of cases of one state, kept up to date by whoever follows the server's events.
 * `versionOf` counts how often a case, or its conversation, has changed, or the line was down.
 */
export function useInbox(state: CaseFilter, initial: LoadedInbox) {
  const [loaded, setLoaded] = useState<LoadedInbox>(initial);
  const [fault, setFault] = useState<unknown>(null);
  const [connections, setConnections] = useState(0);
  const [changes, setChanges] = useState<Record<string, number>>({});
  const newestRequest = useRef(0);

  async function refresh() {
    newestRequest.current += 1;
    const request = newestRequest.current;
    try {
      const list = await fetchInbox(state);
      if (request !== newestRequest.current) return;
      setLoaded({ state, list });
      setFault(null);
    } catch (error) {
      if (request === newestRequest.current) setFault(error);
    }
  }

  const onStateChanged = useEffectEvent(refresh);
  const isOfState = loaded.state === state;
  useEffect(() => {
    if (!isOfState) void onStateChanged();
  }, [isOfState]);

  return {
    cases: isOfState ? loaded.list.cases : null,
    counts: loaded.list.counts,
    fault,
    retry: refresh,
    versionOf: (caseId: string) => connections + (changes[caseId] ?? 0),
    onConnect: () => {
      setConnections((count) => count + 1);
      void refresh();
    },
    onCaseChanged: (caseId: string) => {
      setChanges((counts) => ({ ...counts, [caseId]: (counts[caseId] ?? 0) + 1 }));
      void refresh();
    },
  };
}
