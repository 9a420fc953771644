import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { printJson } from '../output';
import { rankingFigures } from './figures';
import { openPassageDesk } from './passage-desk';
import { readRetrievalSet } from './retrieval-set';

const vectorsSchema = z.record(z.string(), z.array(z.number()));

/** nDCG@10 by what decides. */
interface HybridReport {
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
  const { corpus, queries } = await readRetrievalSet(directory);
  const ask = openPassageDesk(corpus, await readVectors(directory, 'corpus'));
  const questions = await readVectors(directory, 'queries');
  const measure = async (share: number) => {
    const rankings: { gold: string[]; found: string[] }[] = [];
    for (const { id, text, gold } of queries) {
      const { shown } = await ask(text, { vector: questions[id] ?? null, share });
      rankings.push({ gold, found: shown.map(({ item }) => item.chunkId) });
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

async function readVectors(directory: string, of: string): Promise<Record<string, number[]>> {
  const text = await readFile(path.join(directory, `${of}.vectors.json`), 'utf8');
  return vectorsSchema.parse(JSON.parse(text));
}
