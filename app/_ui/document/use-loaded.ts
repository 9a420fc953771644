'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

interface Loaded<T> {
  key: string;
  data?: T;
  fault?: unknown;
}

/**
 * Loads what `key` names, and again whenever `stamp` changes: what is shown stays until the new
 * arrives, or goes at once where the key is another. `load` is given what is shown.
 */
export function useLoaded<T>(
  key: string,
  stamp: string | number,
  load: (shown: T | undefined) => Promise<T>,
) {
  const [state, setState] = useState<Loaded<T>>({ key });
  const newestRequest = useRef(0);
  const current: Loaded<T> = state.key === key ? state : { key };

  async function reload() {
    newestRequest.current += 1;
    const request = newestRequest.current;
    try {
      const data = await load(current.data);
      if (request === newestRequest.current) setState({ key, data });
    } catch (fault) {
      if (request !== newestRequest.current) return;
      setState((shown) => (shown.key === key ? { ...shown, fault } : { key, fault }));
    }
  }

  const onChange = useEffectEvent((_key: string, _stamp: string | number) => reload());
  useEffect(() => {
    void onChange(key, stamp);
  }, [key, stamp]);

  /** Changes what is shown, without asking the server. */
  function change(make: (shown: T) => T) {
    setState((shown) =>
      shown.key === key && shown.data !== undefined ? { key, data: make(shown.data) } : shown,
    );
  }

  return { data: current.data, fault: current.fault, reload, change };
}
