'use client';
import { useLoaded } from '@/app/_ui/document/use-loaded';
import type { ChunkView } from '@/lib/shared/chunks';
import { fetchChunks, type PageOfChunks } from './passages-api';

/** Passages loaded at once. */
const sliceSize = 50;

interface Options {
  documentId: string;
  /** Null where the document has no pages. */
  page: number | null;
  /** Position of the first passage that is shown, where there are no pages. */
  from: number;
  /** Changes whenever the passages may have. */
  stamp: string;
}

/** The passages of a page, or of a stretch of a document without pages. */
export function usePassages({ documentId, page, from, stamp }: Options) {
  const key = `${documentId}/${page ?? `from ${from}`}`;
  const slice = (start: number, limit = sliceSize) =>
    fetchChunks(documentId, { page, from: start, limit });

  /** As much as is shown, so that a reload takes nothing from under the reader's eyes. */
  async function load(shown: PageOfChunks | undefined): Promise<PageOfChunks> {
    const last = shown?.chunks.at(-1)?.seq ?? -1;
    let loaded = await slice(shown?.chunks[0]?.seq ?? (page === null ? from : 0));
    while (loaded.next !== null && loaded.next <= last) {
      loaded = append(loaded, await slice(loaded.next));
    }
    return loaded;
  }

  const { data, fault, reload, change } = useLoaded(key, stamp, load);
  const first = data?.chunks[0]?.seq ?? 0;

  return {
    ...data,
    fault,
    reload,
    hasEarlier: page === null && first > 0,
    /** Puts a changed passage in the place of the one with its id. */
    replace: (changed: ChunkView) =>
      change((shown) => ({
        ...shown,
        chunks: shown.chunks.map((chunk) => (chunk.id === changed.id ? changed : chunk)),
      })),
    showMore: async () => {
      if (data?.next === undefined || data.next === null) return;
      const more = await slice(data.next);
      change((shown) => append(shown, more));
    },
    showEarlier: async () => {
      const start = Math.max(0, first - sliceSize);
      const { chunks } = await slice(start, first - start);
      const earlier = chunks.filter(({ seq }) => seq < first);
      change((shown) => ({ ...shown, chunks: [...earlier, ...shown.chunks] }));
    },
  };
}

function append(shown: PageOfChunks, more: PageOfChunks): PageOfChunks {
  return { ...more, chunks: [...shown.chunks, ...more.chunks] };
}
