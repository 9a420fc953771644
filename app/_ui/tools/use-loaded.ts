'use client';
import { useCallback, useEffect, useState } from 'react';

/**
 * What the desk's API tells, asked for at first and whenever somebody comes back to the page.
 * @param load the same function for as long as it asks for the same
 */
export function useLoaded<T>(load: () => Promise<T>) {
  const [data, setData] = useState<T | null>(null);
  const [fault, setFault] = useState<unknown>(null);

  const reload = useCallback(async () => {
    try {
      setData(await load());
      setFault(null);
    } catch (error) {
      setFault(error);
    }
  }, [load]);

  useEffect(() => {
    void reload();
    const ask = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, [reload]);

  return { data, fault, reload };
}
