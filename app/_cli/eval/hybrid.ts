import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { rankCandidates } from '@/knowledge/ranking/rank';
import { encodeDocument, encodeQuery } from '@/knowledge/sparse';
import { EmbeddedIndex } from '@/knowledge/store/embedded-index';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { printJson } from '../output';
import { rankingFigures } from './figures';
import { readJsonLines } from './read-json-lines';

const passageSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const querySchema = z.object({ id: z.string(), text: z.string(), gold: z.array(z.string()) });
const vectorsSchema = z.record(z.string(), z.array(z.number()));
type Passage = z.infer<typeof passageSchema>;
type Query = z.infer<typeof querySchema>;

/** nDCG@10 by what decides. */
export interface HybridReport {
  set: string;
  queries: number;
  words: number;
  meaning: number;
  both: number;
}

/** The share of the meaning, see `RetrievalSettings.meaning`. */
const shares = { words: 0, meaning: 1, both: defaultRetrieval.meaning };

/**
 * Measures what an embedding model adds, on a folder that holds, besides `corpus.jsonl` and
 * `queries.jsonl`, the vectors that it made of both: `corpus.vectors.json` and
 * `queries.vectors.json`, an array of numbers by id.
 * @throws Error when a file is missing or not of this shape
 */
export async function evalHybrid(
  directory: string,
  options: { json?: boolean },
): Promise<HybridReport> {
  const file = (name: string) => path.join(directory, name);
  const corpus = await readJsonLines(file('corpus.jsonl'), passageSchema);
  const queries = await readJsonLines(file('queries.jsonl'), querySchema);
  const vectors = await readVectors(file('corpus.vectors.json'));
  const questions = await readVectors(file('queries.vectors.json'));
  const ask = openDesk(corpus, vectors);
  const measure = async (meaning: number) => {
    const rankings: { gold: string[]; found: string[] }[] = [];
    for (const query of queries) {
      const found = await ask(query, questions[query.id] ?? null, meaning);
      rankings.push({ gold: query.gold, found });
    }
    return rankingFigures(rankings).ndcg10;
  };
  const report: HybridReport = {
    set: path.basename(path.resolve(directory)),
    queries: queries.length,
    words: await measure(shares.words),
    meaning: await measure(shares.meaning),
    both: await measure(shares.both),
  };
  if (options.json) printJson(report);
  else console.table(report);
  return report;
}

async function readVectors(file: string): Promise<Record<string, number[]>> {
  return vectorsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

function openDesk(corpus: Passage[], vectors: Record<string, number[]>) {
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
  return async ({ text }: Query, vector: number[] | null, meaning: number) => {
    const { candidates, statistics } = index.search({
      sparse: encodeQuery(text),
      // As a search does, which asks no model for what counts for nothing.
      dense: meaning === 0 ? null : vector,
      visibilities: ['public'],
      limit: defaultRetrieval.candidates,
    });
    const inputs = candidates.flatMap(({ chunkId, documentId, denseScore }) => {
      const passage = byId.get(chunkId);
      return passage ? [{ ...passage, chunkId, documentId, headingPath: [], denseScore }] : [];
    });
    const settings = { ...defaultRetrieval, passages: 10, meaning };
    const { ranked } = await rankCandidates(text, statistics, inputs, settings);
    return ranked.filter(({ outcome }) => outcome === 'shown').map(({ item }) => item.id);
  };
}
