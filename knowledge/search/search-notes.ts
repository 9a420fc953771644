import type { SearchNotice, SearchTrace } from '@/lib/shared/retrieval';

type Times = SearchTrace['times'];

/** What a search notes of its own way. */
export class SearchNotes {
  readonly notices: SearchNotice[] = [];
  /** Milliseconds of each part, all its turns together. */
  readonly times: Times = { embed: 0, index: 0, read: 0, rank: 0, rerank: 0 };

  /** Does the work, and counts its time. */
  async time<T>(part: keyof Times, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.times[part] += performance.now() - start;
    }
  }
}
