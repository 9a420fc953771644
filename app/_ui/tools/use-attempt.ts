'use client';
import { useState } from 'react';

/** Does what a form asks for, once at a time, and keeps why the last attempt failed. */
export function useAttempt() {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  /** Resolves to whether it was done. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setIsBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFault(error);
      return false;
    } finally {
      setIsBusy(false);
    }
  }

  return { attempt, isBusy, fault, setFault };
}
