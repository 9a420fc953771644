import path from 'node:path';
import { z } from 'zod';
import { rankCandidates } from '@/knowledge/ranking/rank';
import { encodeDocument, encodeQuery } from '@/knowledge/sparse';
import { EmbeddedIndex } from '@/knowledge/store/embedded-index';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { printJson } from '../output';
import { areaUnderCurve, type RankingFigures, rankingFigures } from './figures';
import { readJsonLines } from './read-json-lines';

const passageSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const querySchema = z.object({ id: z.string(), text: z.string(), gold: z.array(z.string()) });
type Passage = z.infer<typeof passageSchema>;
type Query = z.infer<typeof querySchema>;

/** What `eval retrieval` reports of one set. */
export interface RetrievalReport extends RankingFigures {
  set: string;
  queries: number;
  p50ms: number;
  p95ms: number;
  /** Answered here or not, with every second title left out of the index. */
  answerable: { auc: number; answeredKept: number; unansweredRefused: number } | null;
}

const settings = { ...defaultRetrieval, passages: 10 };

/**
 * Measures retrieval without embeddings on a folder with `corpus.jsonl` and `queries.jsonl`, in an
 * index of its own in memory.
 * @throws Error when a file is missing or a line of it is not as described in the data's README.
 */
export async function evalRetrieval(
  directory: string,
  options: { json?: boolean },
): Promise<RetrievalReport> {
  const corpus = await readJsonLines(path.join(directory, 'corpus.jsonl'), passageSchema);
  const queries = await readJsonLines(path.join(directory, 'queries.jsonl'), querySchema);
  const desk = await openDesk(corpus);
  for (const query of queries.slice(0, 20)) await desk.ask(query.text);
  const times: number[] = [];
  const rankings: { gold: string[]; found: string[] }[] = [];
  for (const { text, gold } of queries) {
    const start = performance.now();
    const { found } = await desk.ask(text);
    times.push(performance.now() - start);
    rankings.push({ gold, found });
  }
  times.sort((a, b) => a - b);
  const report: RetrievalReport = {
    set: path.basename(path.resolve(directory)),
    queries: queries.length,
    ...rankingFigures(rankings),
    p50ms: round(times[Math.floor(times.length * 0.5)] ?? 0),
    p95ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
    answerable: await measureAnswerable(corpus, queries),
  };
  if (options.json) printJson(report);
  else printReport(report);
  return report;
}

async function openDesk(corpus: Passage[]) {
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
  const ask = async (text: string) => {
    const { candidates, statistics } = index.search({
      sparse: encodeQuery(text),
      visibilities: ['public'],
      limit: settings.candidates,
    });
    const inputs = candidates.flatMap(({ chunkId, documentId, denseScore }) => {
      const passage = byId.get(chunkId);
      if (!passage) return [];
      return [{ ...passage, chunkId, documentId, headingPath: [], denseScore }];
    });
    const { ranked, confidence } = await rankCandidates(text, statistics, inputs, settings);
    const shown = ranked.filter(({ outcome }) => outcome === 'shown');
    return { found: shown.map(({ item }) => item.id), confidence };
  };
  return { ask };
}

/** Leaves every second distinct title out, in file order, and asks everything. */
async function measureAnswerable(corpus: Passage[], queries: Query[]) {
  const titles = [...new Set(corpus.map(({ title, id }) => title || id))];
  const left = new Set(titles.filter((_, at) => at % 2 === 1));
  const kept = corpus.filter(({ title, id }) => !left.has(title || id));
  const ids = new Set(kept.map(({ id }) => id));
  const desk = await openDesk(kept);
  const answered: number[] = [];
  const unanswered: number[] = [];
  for (const { text, gold } of queries) {
    const { confidence } = await desk.ask(text);
    (gold.some((id) => ids.has(id)) ? answered : unanswered).push(confidence);
  }
  if (answered.length === 0 || unanswered.length === 0) return null;
  const share = (values: number[], isRight: (value: number) => boolean) =>
    round(values.filter(isRight).length / values.length);
  return {
    auc: round(areaUnderCurve(answered, unanswered)),
    answeredKept: share(answered, (value) => value >= settings.answeredFrom),
    unansweredRefused: share(unanswered, (value) => value < settings.answeredFrom),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function printReport({ recall, answerable, ...flat }: RetrievalReport): void {
  console.table({
    ...flat,
    'recall@1': recall['1'],
    'recall@5': recall['5'],
    'recall@10': recall['10'],
    ...(answerable && {
      'answerable AUC': answerable.auc,
      'answered kept': answerable.answeredKept,
      'unanswered refused': answerable.unansweredRefused,
    }),
  });
}
