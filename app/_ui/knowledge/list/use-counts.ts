'use client';
import { useRef, useState } from 'react';
import { fetchCounts } from '@/app/_ui/knowledge/documents-api';
import { isPassingFault } from '@/app/_ui/knowledge/is-passing-fault';
import type { DocumentCounts } from '@/lib/shared/documents';

/** How many documents there are of each state. */
export function useCounts(initial: DocumentCounts) {
  const [counts, setCounts] = useState(initial);
  const newestRequest = useRef(0);

  async function refresh() {
    newestRequest.current += 1;
    const request = newestRequest.current;
    try {
      const fresh = await fetchCounts();
      if (request === newestRequest.current) setCounts(fresh);
    } catch (fault) {
      // The list, asked for at the same time, says that the desk is away.
      if (!isPassingFault(fault)) throw fault;
    }
  }

  return { counts, refresh };
}
