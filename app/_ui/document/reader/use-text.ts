'use client';
import { useLoaded } from '@/app/_ui/document/use-loaded';
import { fetchText, type ReadText } from './text-api';

/** Elements loaded at once, where there are no pages. */
const sliceSize = 200;

interface Options {
  documentId: string;
  /** Null where the document has no pages. */
  page: number | null;
  /** Position of the first element that is shown, where there are no pages. */
  from: number;
  /** Changes whenever the text may have. */
  stamp: string;
}

interface ShownText extends ReadText {
  /** Position of the first element. */
  from: number;
}

/** What was read of a page, or of a stretch of a document without pages. */
export function useText({ documentId, page, from, stamp }: Options) {
  const key = `${documentId}/${page ?? `from ${from}`}`;

  async function slice(start: number, limit = sliceSize): Promise<ShownText> {
    const part = page === null ? { from: start, limit } : { page };
    return { from: start, ...(await fetchText(documentId, part)) };
  }

  /** As much as is shown, so that a reload takes nothing from under the reader's eyes. */
  async function load(shown: ShownText | undefined): Promise<ShownText> {
    const end = shown ? (shown.next ?? Number.POSITIVE_INFINITY) : 0;
    let loaded = await slice(shown?.from ?? from);
    while (loaded.next !== null && loaded.next < end) {
      loaded = join(loaded, await slice(loaded.next));
    }
    return loaded;
  }

  const { data, fault, reload, change } = useLoaded(key, stamp, load);

  async function showMore() {
    if (typeof data?.next !== 'number') return;
    const more = await slice(data.next);
    change((shown) => join(shown, more));
  }

  async function showEarlier() {
    if (!data) return;
    const start = Math.max(0, data.from - sliceSize);
    const earlier = await slice(start, data.from - start);
    change((shown) => ({ ...join(earlier, shown), next: shown.next }));
  }

  return {
    elements: data?.elements,
    hidden: data?.hidden ?? [],
    fault,
    reload,
    /** Null where nothing more is to be shown. */
    showMore: typeof data?.next === 'number' ? showMore : null,
    showEarlier: data && data.from > 0 && page === null ? showEarlier : null,
  };
}

function join(first: ShownText, second: ShownText): ShownText {
  return {
    from: first.from,
    elements: [...first.elements, ...second.elements],
    hidden: [...first.hidden, ...second.hidden],
    next: second.next,
  };
}
