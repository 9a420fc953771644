'use client';
import { createContext, use } from 'react';
import type { PageArea } from '@/lib/shared/chunks';
import type { PageUnit } from '@/lib/shared/page-unit';

/** The words that the address quotes from one of the passages. */
export interface ReaderQuote {
  chunkId: string;
  words: string;
  /** Where they stand, line by line; empty where only the passage has a place. */
  areas: PageArea[];
}

/** What the two sides of the reader share. */
interface ReaderShared {
  documentId: string;
  mayManage: boolean;
  unit: PageUnit;
  quote: ReaderQuote | null;
  /** Key of the passage or element that is marked on both sides. */
  active: string | null;
  /** Key of the one that was chosen last, whatever the pointer is over. */
  selected: string | null;
  /** Marks it for as long as the pointer is over it; null ends that. */
  hover: (key: string | null) => void;
  /** Marks it until another is. */
  select: (key: string) => void;
  /** Marks it and brings its place on the page into view. */
  showOnPage: (key: string) => void;
  /** Marks it and brings its text into view, with the keyboard's focus. */
  showText: (key: string) => void;
}

export const ReaderContext = createContext<ReaderShared | null>(null);

/** What the reader around shares. @throws Error outside of a reader */
export function useReader(): ReaderShared {
  const shared = use(ReaderContext);
  if (!shared) throw new Error('useReader() outside of a reader');
  return shared;
}
