'use client';
import { useRef, useState } from 'react';
import type { Approval } from '@/lib/shared/actions';
import { fetchApprovals } from '../inbox-api';

/** What waits for the reader's approval, kept up to date by whoever follows the server's events. */
export function useApprovals(initial: Approval[], mayDecide: boolean) {
  const [items, setItems] = useState(initial);
  const [fault, setFault] = useState<unknown>(null);
  const newestRequest = useRef(0);

  async function refresh() {
    if (!mayDecide) return;
    newestRequest.current += 1;
    const request = newestRequest.current;
    try {
      const fetched = await fetchApprovals();
      if (request !== newestRequest.current) return;
      setItems(fetched);
      setFault(null);
    } catch (error) {
      if (request === newestRequest.current) setFault(error);
    }
  }

  return { items, fault, refresh };
}
