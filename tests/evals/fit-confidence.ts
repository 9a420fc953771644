import path from 'node:path';
import { areaUnderCurve } from '@/app/_cli/eval/figures';
import { readRetrievalSet } from '@/app/_cli/eval/retrieval-set';
import { featuresOf } from '@/knowledge/ranking/confidence';
import { type Sample, sampleHalves, sampleSmall } from './fit/evidence-samples';
import { type Example, fitLogistic, type LogisticModel, logOdds } from './fit/logistic-regression';

/**
 * Fits the weights of `knowledge/ranking/confidence.ts` on public sets, and says how well a model
 * does on each set that was fitted on the others.
 *
 * `node --import tsx tests/evals/fit-confidence.ts <folder with the sets>`
 */
const sets = ['squad_en', 'cmrc_zh', 'sharc_support_en', 'drcd_zh_hant', 'xquad_zh'];

/** Questions of one set asked in one way. */
interface Task {
  set: string;
  kind: 'halves' | 'small';
  samples: Sample[];
}

async function readTasks(root: string): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const name of sets) {
    const set = await readRetrievalSet(path.join(root, name));
    tasks.push({ set: name, kind: 'halves', samples: await sampleHalves(set) });
    tasks.push({ set: name, kind: 'small', samples: await sampleSmall(set) });
  }
  return tasks;
}

/** Every task counts as much as another, and in it what is answered as much as what is not. */
function examplesOf({ samples }: Task): Example[] {
  const answered = samples.filter(({ isAnswered }) => isAnswered).length;
  return samples.flatMap(({ evidence, isAnswered }) => {
    if (!evidence) return [];
    const alike = isAnswered ? answered : samples.length - answered;
    return [{ features: featuresOf(evidence), isTrue: isAnswered, weight: 1 / alike }];
  });
}

function areaOf(model: LogisticModel, { samples }: Task): number {
  const scores = (wanted: boolean) =>
    samples
      .filter(({ isAnswered }) => isAnswered === wanted)
      .map(({ evidence }) => (evidence ? logOdds(model, featuresOf(evidence)) : -Infinity));
  return areaUnderCurve(scores(true), scores(false));
}

async function main(root: string): Promise<void> {
  const tasks = await readTasks(root);
  const { coefficients, constant } = fitLogistic(tasks.flatMap(examplesOf));
  const [share, gain, size] = coefficients.map((value) => value.toFixed(2));
  console.log(`share: ${share}, gain: ${gain}, size: ${size}, constant: ${constant.toFixed(2)}`);
  const areas = tasks.map((task) => {
    const others = tasks.filter(({ set }) => set !== task.set);
    return {
      set: task.set,
      kind: task.kind,
      fitted: areaOf({ coefficients, constant }, task).toFixed(4),
      'fitted on the others': areaOf(fitLogistic(others.flatMap(examplesOf)), task).toFixed(4),
    };
  });
  console.table(areas);
}

const [root] = process.argv.slice(2);
if (!root) throw new Error('usage: node --import tsx tests/evals/fit-confidence.ts <folder>');
await main(root);
