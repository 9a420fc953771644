'use client';
import { useSearchParams } from 'next/navigation';
import { z } from 'zod';

const partSchema = z.enum(['content', 'log', 'versions']);
export type DocumentPart = z.infer<typeof partSchema>;

/**
 * Which part and which page of the document is shown: kept in the address, so that it can be
 * linked to and survives a reload.
 */
export function useDocumentAddress() {
  const params = useSearchParams();

  function change(changes: Record<string, string | null>) {
    const query = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    const search = query.size > 0 ? `?${query}` : '';
    // The page is the same: only the address changes, nothing is loaded again.
    window.history.replaceState(null, '', `${window.location.pathname}${search}`);
  }

  return {
    part: partSchema.catch('content').parse(params.get('part')),
    page: z.coerce.number().int().positive().nullable().catch(null).parse(params.get('page')),
    showPart: (part: DocumentPart) => change({ part: part === 'content' ? null : part }),
    // A passage that was linked to stands on the page that is left.
    showPage: (page: number) => change({ page: String(page), chunk: null, quote: null }),
  };
}
