import type { PageUnit } from '@/lib/shared/page-unit';

/** A chunk of a section, as a citation may name it. */
export interface SectionChunk {
  chunkId: string;
  page: number | null;
  text: string;
}

/** A piece of a document that was found, as an answer may quote it. */
export interface Passage {
  chunkId: string;
  documentId: string;
  /** The document's title. */
  document: string;
  /** First page, slide or sheet it stands on, from 1; null where the format has none. */
  page: number | null;
  /** Last page, when it runs over a page break; otherwise as `page`. */
  pageTo: number | null;
  /** What its pages are. */
  unit: PageUnit;
  /** Headings above it, outermost first. */
  headingPath: string[];
  /** The chunk that was found: small, so that it is found for what it says. */
  text: string;
  /** The chunks of its section around it, in reading order, itself among them: what a model reads. */
  section: SectionChunk[];
  /** Higher is better; comparable within one search only. */
  score: number;
}
