'use client';
import { useEffect, useState } from 'react';

/** Longer timers fire at once. */
const longestTimerMs = 2 ** 31 - 1;

const msUntil = (moment: string | undefined) => (moment ? Date.parse(moment) - Date.now() : 0);

/** Whether a moment (ISO 8601) still lies ahead; turns false by itself when it has come. */
export function useIsAhead(moment: string | undefined): boolean {
  const [isAhead, setIsAhead] = useState(() => msUntil(moment) > 0);
  useEffect(() => {
    const left = msUntil(moment);
    setIsAhead(left > 0);
    if (left <= 0) return;
    const timer = setTimeout(() => setIsAhead(false), Math.min(left, longestTimerMs));
    return () => clearTimeout(timer);
  }, [moment]);
  return isAhead;
}
