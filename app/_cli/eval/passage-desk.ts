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

/** Asks one question. */
export type AskPassages = (text: string) => Promise<Asked>;

const settings = { ...defaultRetrieval, passages: 10 };

/** Puts passages into an index of their own in memory, to be asked as a desk would be. */
export function openPassageDesk(corpus: SetPassage[]): AskPassages {
  const index = new EmbeddedIndex();
  const byId = new Map(corpus.map((passage) => [passage.id, passage]));
  index.addChunks(
    corpus.map(({ id, title, text }) => ({
      chunkId: id,
      versionId: id,
      documentId: title || id,
      visibility: 'public',
      sparse: encodeDocument({ title, headingPath: [], text }),
    })),
  );
  return async (text) => {
    const { candidates, statistics } = index.search({
      sparse: encodeQuery(text),
      visibilities: ['public'],
      limit: settings.candidates,
    });
    const inputs = candidates.flatMap(({ chunkId, documentId, denseScore }) => {
      const passage = byId.get(chunkId);
      if (!passage) return [];
      const { title, text } = passage;
      return [{ chunkId, documentId, title, text, headingPath: [], denseScore }];
    });
    const { ranked, confidence } = await rankCandidates(text, statistics, inputs, settings);
    const shown = ranked.filter(({ outcome }) => outcome === 'shown');
    return { shown, confidence, statistics };
  };
}
