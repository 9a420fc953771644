import type { StoreQuery, StoreResult } from './store';

/** What the thread of an index needs to know from the start. */
export interface ThreadSetup {
  databaseUrl: string;
  /** The model whose vectors are compared, as in `EMBEDDINGS`. */
  embeddings: string;
}

/** What is asked of the thread; each under a number that its reply repeats. */
export type IndexRequest =
  /** Load everything that answers. */
  | { type: 'fill' }
  /** Load what these documents hold by now, in the place of what they held. */
  | { type: 'reload'; documentIds: string[] }
  | { type: 'search'; query: Omit<StoreQuery, 'signal'> }
  | { type: 'count'; documentId?: string };

/** What it answers. Both ends are of one build and one process: nothing of it needs to be checked. */
export type IndexReply =
  | { type: 'loaded' }
  | { type: 'found'; result: StoreResult }
  | { type: 'counted'; count: number }
  | { type: 'failed'; error: unknown };

/** A message under the number of the request that it is of. */
export type Numbered<Message> = Message & { number: number };
