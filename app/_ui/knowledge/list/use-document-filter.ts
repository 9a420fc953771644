'use client';
import { useSearchParams } from 'next/navigation';
import { filterQuery, readDocumentFilter } from '@/app/_ui/knowledge/document-filter';
import type { DocumentFilter } from '@/lib/shared/documents';

/** Which documents the page shows: kept in the address, so that it can be linked to. */
export function useDocumentFilter() {
  const filter = readDocumentFilter(Object.fromEntries(useSearchParams()));

  /** Changes some of the filter and leaves the rest as it is. */
  function change(changes: DocumentFilter) {
    const query = filterQuery({ ...filter, ...changes });
    // The page is the same: only the address changes, nothing is loaded again.
    window.history.replaceState(null, '', query ? `/knowledge?${query}` : '/knowledge');
  }

  function clear() {
    window.history.replaceState(null, '', '/knowledge');
  }

  return { filter, change, clear };
}
