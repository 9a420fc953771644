import { type Ranked, rankCandidates } from '@/knowledge/ranking/rank';
import type { RankInput } from '@/knowledge/ranking/score-candidates';
import { encodeDocument, encodeQuery } from '@/knowledge/sparse';
import { EmbeddedIndex } from '@/knowledge/store/embedded-index';
import type { TermStatistics } from '@/knowledge/store/store';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import type { SetPassage } from './retrieval-set';

/** What a search over the passages of a set gives. */
export interface Asked {
  /** Best first, without near duplicates, ten at most. */
  shown: Ranked<RankInput>[];
  confidence: number;
  statistics: TermStatistics;
}

/** What a question means, and for how much that counts: see `RetrievalSettings.meaning`. */
interface Meaning {
  vector: number[] | null;
  share: number;
}

/** Asks one question; without a meaning by its words alone. */
export type AskPassages = (text: string, meaning?: Meaning) => Promise<Asked>;

const settings = { ...defaultRetrieval, passages: 10 };
const wordsOnly: Meaning = { vector: null, share: 0 };

/**
 * Puts passages into an index of their own in memory, to be asked as a desk would be.
 * @param vectors what an embedding model made of the passages, by their ids
 */
export function openPassageDesk(
  corpus: SetPassage[],
  vectors: Record<string, number[]> = {},
): AskPassages {
  const index = new EmbeddedIndex();
  const byId = new Map(corpus.map((passage) => [passage.id, passage]));
  index.addChunks(
    corpus.map(({ id, title, text }) => ({
      chunkId: id,
      versionId: id,
      documentId: title || id,
      visibility: 'public',
      sparse: encodeDocument({ title, headingPath: [], text }),
      dense: vectors[id],
    })),
  );
  return async (text, { vector, share } = wordsOnly) => {
    const { candidates, statistics } = index.search({
      sparse: encodeQuery(text),
      // As a search does, which asks no model for what counts for nothing.
      dense: share === 0 ? null : vector,
      visibilities: ['public'],
      limit: settings.candidates,
    });
    const inputs = candidates.flatMap(({ chunkId, documentId, denseScore }) => {
      const passage = byId.get(chunkId);
      if (!passage) return [];
      const { title, text } = passage;
      return [{ chunkId, documentId, title, text, headingPath: [], denseScore }];
    });
    const weighed = { ...settings, meaning: share };
    const { ranked, confidence } = await rankCandidates(text, statistics, inputs, weighed);
    const shown = ranked.filter(({ outcome }) => outcome === 'shown');
    return { shown, confidence, statistics };
  };
}
