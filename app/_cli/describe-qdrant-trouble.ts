import { type QdrantTrouble, qdrantTroubles } from '@/knowledge/store/qdrant-trouble';
import { env } from '@/lib/env';

const remedies: Record<QdrantTrouble, (url: string) => string> = {
  unreachable: (url) =>
    `Nobody answers at ${url}. Check that Qdrant runs and that QDRANT_URL is right.`,
  slow: (url) => `Qdrant at ${url} takes too long to answer. Look at its load and its log.`,
  key_refused: (url) =>
    `Qdrant at ${url} refuses the key. Set QDRANT_API_KEY to one that may read and write, and start the desk again.`,
  collection_missing: (url) =>
    `The collection of the index is gone from Qdrant at ${url}. A running desk builds it anew within a minute; so does: npm run frontdesk -- reindex.`,
  not_qdrant: (url) =>
    `What answers at ${url} is not Qdrant, perhaps a proxy before it. Check QDRANT_URL, its port and its path.`,
  failing: (url) => `Qdrant at ${url} refuses what it is asked. Its log says why.`,
};

/** What to do about an index in Qdrant that does not serve, by the reason a call gave. */
export function describeQdrantTrouble(reason?: string): string {
  const known = qdrantTroubles.find((trouble) => trouble === reason);
  return remedies[known ?? 'unreachable'](env().QDRANT_URL ?? '');
}
