'use client';
import { useCallback, useEffect, useState } from 'react';
import type { SourceView } from '@/lib/shared/sources';
import { fetchSources } from './sources-api';

/** How often the page asks, in milliseconds: while something runs or is about to, and otherwise. */
const busyMs = 2_000;
const quietMs = 15_000;

/** The sources, kept as they stand by asking again and again while the page is seen. */
export function useSources(initial: SourceView[]) {
  const [sources, setSources] = useState(initial);
  const [fault, setFault] = useState<unknown>(null);
  const isBusy = sources.some((source) => source.state === 'running' || isDue(source));

  const reload = useCallback(async () => {
    try {
      setSources(await fetchSources());
      setFault(null);
    } catch (error) {
      setFault(error);
    }
  }, []);

  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    const timer = setInterval(ask, isBusy ? busyMs : quietMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [isBusy, reload]);

  return { sources, fault, reload };
}

/** Whether its next run waits for a worker only. */
export function isDue({ nextRunAt }: SourceView): boolean {
  return nextRunAt !== null && Date.parse(nextRunAt) <= Date.now();
}
