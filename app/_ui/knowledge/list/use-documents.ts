'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { filterQuery } from '@/app/_ui/knowledge/document-filter';
import {
  type DocumentPage,
  fetchDocument,
  fetchDocuments,
} from '@/app/_ui/knowledge/documents-api';
import type { DocumentFilter, DocumentView } from '@/lib/shared/documents';

/** Heartbeats are not told as changes: what is being read is looked at this often, in milliseconds. */
const lookMs = 5_000;

interface Loaded extends DocumentPage {
  /** What was asked for, as it stands in the address. */
  query: string;
  /** Nothing was added by «show more». */
  isFirstPage: boolean;
}

/** The documents of a filter as the server first told them. */
export interface InitialDocuments extends DocumentPage {
  query: string;
}

/**
 * The documents that a filter lets through, page by page. While a person reads at the list's top
 * it is kept as the server would answer; further down, rows change in place but none come, go or
 * move: `hasNews` then says that there are others.
 */
export function useDocuments(
  filter: DocumentFilter,
  initial: InitialDocuments,
  isAtTop: () => boolean,
) {
  const query = filterQuery(filter);
  const [loaded, setLoaded] = useState<Loaded>({ ...initial, isFirstPage: true });
  const [fault, setFault] = useState<unknown>(null);
  const [hasNews, setHasNews] = useState(false);
  const newestRequest = useRef(0);

  async function load() {
    newestRequest.current += 1;
    const request = newestRequest.current;
    try {
      const page = await fetchDocuments(filter);
      if (request !== newestRequest.current) return;
      setLoaded({ ...page, query, isFirstPage: true });
      setHasNews(false);
      setFault(null);
    } catch (error) {
      if (request === newestRequest.current) setFault(error);
    }
  }

  async function loadMore() {
    const before = loaded.next;
    if (before === null) return;
    try {
      const page = await fetchDocuments(filter, before);
      setLoaded((shown) => (shown.next === before ? append(shown, page) : shown));
      setFault(null);
    } catch (error) {
      setFault(error);
    }
  }

  async function refresh(id: string) {
    const found = await fetchDocument(id);
    setLoaded((shown) => ({ ...shown, documents: replace(shown.documents, id, found) }));
  }

  async function lookForNews() {
    const { documents } = await fetchDocuments(filter);
    const known = new Set(loaded.documents.map(({ id }) => id));
    setHasNews(documents.some(({ id }) => !known.has(id)));
  }

  /** These documents have changed, come or gone. */
  async function follow(ids: string[]) {
    if (loaded.isFirstPage && isAtTop()) return load();
    const known = new Set(loaded.documents.map(({ id }) => id));
    try {
      for (const id of ids.filter((one) => known.has(one))) await refresh(id);
      if (!hasNews && ids.some((id) => !known.has(id))) await lookForNews();
    } catch (error) {
      setFault(error);
    }
  }

  const onQuery = useEffectEvent((wanted: string) => {
    // Back at the filter that is shown: what is on its way for another one is no longer wanted.
    if (loaded.query === wanted) newestRequest.current += 1;
    else void load();
  });
  useEffect(() => onQuery(query), [query]);

  const beingRead = loaded.documents.filter(isBeingRead).map(({ id }) => id);
  const look = useEffectEvent(() => void follow(beingRead));
  const hasReading = beingRead.length > 0;
  useEffect(() => {
    if (!hasReading) return;
    const timer = setInterval(look, lookMs);
    return () => clearInterval(timer);
  }, [hasReading]);

  return {
    documents: loaded.documents,
    hasMore: loaded.next !== null,
    /** What is shown is still that of the filter before. */
    isLoading: loaded.query !== query,
    fault,
    hasNews,
    load,
    loadMore,
    follow,
  };
}

function isBeingRead({ status, startedAt }: DocumentView): boolean {
  return startedAt !== null && status !== 'ready' && status !== 'failed';
}

function append(shown: Loaded, { documents, next }: DocumentPage): Loaded {
  const known = new Set(shown.documents.map(({ id }) => id));
  const added = documents.filter(({ id }) => !known.has(id));
  return { ...shown, documents: [...shown.documents, ...added], next, isFirstPage: false };
}

/** Puts a document in its place; null takes it away, one that is not shown stays out. */
function replace(shown: DocumentView[], id: string, found: DocumentView | null): DocumentView[] {
  return shown.flatMap((one) => (one.id === id ? (found ?? []) : one));
}
