import { z } from 'zod';
import { classifyRoute, warmUpClassifier } from '@/agents/builtin-model/classifier/classify-route';
import { type Route, routes } from '@/agents/builtin-model/classifier/read-examples';
import { splitTasks } from '@/agents/routing/split-tasks';
import { printJson } from '../output';
import { readJsonLines } from './read-json-lines';

const routeSchema = z.string().refine((route) => routes().includes(route), 'is no route');

/** One line of the file: the route it should get, or several that are right or wanted. */
const lineSchema = z.object({
  text: z.string(),
  lang: z.string().default('en'),
  route: routeSchema.optional(),
  /** Each of these would do. */
  acceptable: z.array(routeSchema).optional(),
  /** All of these are wanted: the message holds several requests. */
  routes: z.array(routeSchema).optional(),
});
type Line = z.infer<typeof lineSchema>;

interface Score {
  count: number;
  accuracy: number;
}

/** Shares are between 0 and 1. */
export interface RoutingReport {
  count: number;
  accuracy: number;
  /** Mean over the routes of the harmonic mean of precision and recall; null where none is the one. */
  macroF1: number | null;
  /** Of messages for nobody, the share that a specialist would have been called for. */
  needlessCalls: number;
  /** Of messages with one request, the share that would be taken for several. */
  needlessSplits: number;
  byRoute: Record<string, Score>;
  byLanguage: Record<string, Score>;
  /** Time to train the classifier, once per process. */
  trainingMs: number;
  msPerMessage: number;
}

interface Judged {
  line: Line;
  got: Route;
  isRight: boolean;
  isSplit: boolean;
}

function judge(line: Line): Judged {
  const one = classifyRoute(line.text).route;
  const several = splitTasks(line.text).map(({ to }) => to);
  const tasks = several.length > 0 ? several : [one];
  const got = line.routes ? (tasks[0] ?? one) : one;
  const isRight = line.routes
    ? line.routes.every((route) => tasks.includes(route))
    : (line.acceptable ?? [line.route]).includes(got);
  return { line, got, isRight, isSplit: several.length > 1 };
}

function share(judged: Judged[]): number {
  return judged.length === 0 ? 0 : judged.filter(({ isRight }) => isRight).length / judged.length;
}

function scoresBy(judged: Judged[], keyOf: (each: Judged) => string): Record<string, Score> {
  const groups = Map.groupBy(judged, keyOf);
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, group]) => [key, { count: group.length, accuracy: share(group) }]),
  );
}

function f1Of(route: Route, judged: Judged[]): number {
  const hits = judged.filter(({ got, line }) => got === route && line.route === route).length;
  const guessed = judged.filter(({ got }) => got === route).length;
  const wanted = judged.filter(({ line }) => line.route === route).length;
  return guessed + wanted === 0 ? 0 : (2 * hits) / (guessed + wanted);
}

/** Scores the routing classifier on lines of `{text, lang, route | acceptable | routes}`. */
export function scoreRouting(lines: Line[]): RoutingReport {
  const started = performance.now();
  warmUpClassifier();
  const trained = performance.now();
  const judged = lines.map(judge);
  const ended = performance.now();
  const present = routes().filter((route) => lines.some((line) => line.route === route));
  const single = judged.filter(({ line }) => !line.routes);
  const split = single.filter(({ isSplit }) => isSplit).length;
  const forNobody = judged.filter(({ line }) => line.route === 'none');
  return {
    count: judged.length,
    accuracy: share(judged),
    macroF1:
      present.length === 0
        ? null
        : present.reduce((sum, route) => sum + f1Of(route, judged), 0) / present.length,
    needlessCalls: forNobody.length === 0 ? 0 : 1 - share(forNobody),
    needlessSplits: single.length === 0 ? 0 : split / single.length,
    byRoute: scoresBy(
      judged,
      ({ line }) => line.route ?? (line.acceptable ?? line.routes ?? []).join(' + '),
    ),
    byLanguage: scoresBy(judged, ({ line }) => line.lang),
    trainingMs: Math.round(trained - started),
    msPerMessage: (ended - trained) / Math.max(judged.length, 1),
  };
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function printReport(report: RoutingReport): void {
  const groups = { ...report.byRoute, ...report.byLanguage };
  console.table({
    all: { messages: report.count, accuracy: percent(report.accuracy) },
    ...Object.fromEntries(
      Object.entries(groups).map(([name, { count, accuracy }]) => [
        name,
        { messages: count, accuracy: percent(accuracy) },
      ]),
    ),
  });
  console.log(
    `Macro F1 ${report.macroF1?.toFixed(3) ?? '–'}, specialist called needlessly ${percent(report.needlessCalls)}, taken apart needlessly ${percent(report.needlessSplits)}`,
  );
  console.log(`Trained in ${report.trainingMs} ms, ${report.msPerMessage.toFixed(2)} ms a message`);
}

/**
 * `frontdesk eval routing <file>`: scores the routing classifier on a JSON Lines file and prints
 * a table, or one JSON object.
 * @throws ZodError for a line of another shape, SyntaxError for one that is no JSON.
 */
export async function evalRouting(file: string, options: { json?: boolean } = {}): Promise<void> {
  const report = scoreRouting(await readJsonLines(file, lineSchema));
  if (options.json) printJson(report);
  else printReport(report);
}
