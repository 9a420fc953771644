'use client';
import { useEffect, useState } from 'react';
import { isPassingFault } from '@/app/_ui/knowledge/is-passing-fault';

const tickMs = 1_000;
/** The server tells its time in whole seconds: less than this, in milliseconds, is no difference. */
const tolerance = 1_500;

let measured: Promise<number> | undefined;

/** How far the server's clock is ahead of this browser's, in milliseconds; measured once. */
async function measureAhead(): Promise<number> {
  const asked = Date.now();
  try {
    const response = await fetch('/api/health', { method: 'HEAD' });
    const told = Date.parse(response.headers.get('date') ?? '');
    const ahead = told + 500 - (asked + Date.now()) / 2;
    return Math.abs(ahead) > tolerance ? ahead : 0;
  } catch (fault) {
    if (!isPassingFault(fault)) throw fault;
    measured = undefined;
    return 0;
  }
}

/**
 * The server's time in milliseconds, renewed every second; null until the browser has taken over.
 * Times of documents come from the server, and a person's own clock may be minutes off.
 */
export function useServerClock(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    let ahead = 0;
    const tick = () => setNow(Date.now() + ahead);
    measured ??= measureAhead();
    void measured.then((found) => {
      ahead = found;
    });
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
