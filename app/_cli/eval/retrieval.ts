import path from 'node:path';
import { printJson } from '../output';
import { type RankingFigures, rankingFigures } from './figures';
import {
  type AnswerableFigures,
  measureAnswerable,
  measureNearMisses,
  type NearMissFigures,
} from './measure-answerable';
import { type AskPassages, openPassageDesk } from './passage-desk';
import { readRetrievalSet, type SetQuery } from './retrieval-set';

/** What `eval retrieval` reports of one set. */
interface RetrievalReport extends RankingFigures, NearMissFigures {
  set: string;
  queries: number;
  p50ms: number;
  p95ms: number;
  answerable: AnswerableFigures | null;
}

/** Questions asked before the clock counts. */
const warmUp = 20;

/**
 * Measures retrieval without embeddings on a folder with `corpus.jsonl` and `queries.jsonl`, in an
 * index of its own in memory; with `unanswerable.jsonl` beside them, near misses as well.
 * @throws CommandProblem when a file is missing or a line of it is not as described in the data's README.
 */
export async function evalRetrieval(
  directory: string,
  options: { json?: boolean },
): Promise<RetrievalReport> {
  const set = await readRetrievalSet(directory);
  const ask = openPassageDesk(set.corpus);
  const report: RetrievalReport = {
    set: path.basename(path.resolve(directory)),
    queries: set.queries.length,
    ...(await measureRanking(ask, set.queries)),
    answerable: await measureAnswerable(set),
    ...(await measureNearMisses(ask, set)),
  };
  if (options.json) printJson(report);
  else printReport(report);
  return report;
}

/** Figures of the order, and the milliseconds of one question from text to ranked passages. */
async function measureRanking(
  ask: AskPassages,
  queries: SetQuery[],
): Promise<RankingFigures & Pick<RetrievalReport, 'p50ms' | 'p95ms'>> {
  for (const { text } of queries.slice(0, warmUp)) await ask(text);
  const times: number[] = [];
  const rankings: { gold: string[]; found: string[] }[] = [];
  for (const { text, gold } of queries) {
    const start = performance.now();
    const { shown } = await ask(text);
    times.push(performance.now() - start);
    rankings.push({ gold, found: shown.map(({ item }) => item.chunkId) });
  }
  times.sort((a, b) => a - b);
  const at = (part: number) =>
    Math.round((times[Math.floor(times.length * part)] ?? 0) * 100) / 100;
  return { ...rankingFigures(rankings), p50ms: at(0.5), p95ms: at(0.95) };
}

function printReport({ recall, answerable, ...flat }: RetrievalReport): void {
  const { nearMissAuc, nearMissesRefused, ...ranking } = flat;
  console.table({
    ...ranking,
    'recall@1': recall['1'],
    'recall@5': recall['5'],
    'recall@10': recall['10'],
    ...(answerable && {
      'answerable AUC': answerable.auc,
      'answered kept': answerable.answeredKept,
      'unanswered refused': answerable.unansweredRefused,
      'calibration error': answerable.calibrationError,
    }),
    ...(nearMissAuc !== null && {
      'near miss AUC': nearMissAuc,
      'near misses refused': nearMissesRefused,
    }),
  });
}
