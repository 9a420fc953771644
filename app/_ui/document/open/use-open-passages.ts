'use client';
import { z } from 'zod';
import { useLoaded } from '@/app/_ui/document/use-loaded';
import { documentUrl } from '@/app/_ui/knowledge/documents-api';
import { requestJson } from '@/app/_ui/request-json';
import { readablePassageSchema } from '@/lib/shared/chunks';

const partSchema = z.object({
  passages: z.array(readablePassageSchema),
  /** Where the next part begins; null at the end. */
  next: z.number().int().nullable(),
});

/** Passages loaded at once. */
const sliceSize = 50;

interface Options {
  documentId: string;
  /** Null where the document has no pages. */
  page: number | null;
  /** Position of the first passage that is shown, where there are no pages. */
  from: number;
}

/** What a document says on a page, or from a passage on where it has no pages. */
export function useOpenPassages({ documentId, page, from }: Options) {
  function slice(start: number, limit = sliceSize) {
    const query = new URLSearchParams({ from: String(start), limit: String(limit) });
    if (page !== null) query.set('page', String(page));
    return requestJson(partSchema, documentUrl(documentId, `/passages?${query}`));
  }

  const begin = page === null ? from : 0;
  const key = `${documentId}/${page ?? `from ${from}`}`;
  const { data, fault, reload, change } = useLoaded(key, '', () => slice(begin));
  const next = data?.next ?? null;
  const first = data?.passages[0]?.seq ?? begin;

  async function showMore() {
    if (next === null) return;
    const more = await slice(next);
    change((shown) => ({ ...more, passages: [...shown.passages, ...more.passages] }));
  }

  async function showEarlier() {
    const start = Math.max(0, first - sliceSize);
    const { passages } = await slice(start, first - start);
    const earlier = passages.filter(({ seq }) => seq < first);
    change((shown) => ({ ...shown, passages: [...earlier, ...shown.passages] }));
  }

  return {
    passages: data?.passages,
    fault,
    reload,
    /** Null where nothing more is to be shown. */
    showMore: next === null ? null : showMore,
    showEarlier: page === null && begin > 0 && first > 0 ? showEarlier : null,
  };
}
