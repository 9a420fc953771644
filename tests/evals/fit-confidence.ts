import path from 'node:path';
import { areaUnderCurve, calibrationError } from '@/app/_cli/eval/figures';
import { readRetrievalSet } from '@/app/_cli/eval/retrieval-set';
import { featuresOf } from '@/knowledge/ranking/confidence';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { type Sample, sampleHalves, sampleSmall } from './fit/evidence-samples';
import { type Example, fitLogistic, type LogisticModel, logOdds } from './fit/logistic-regression';

/**
 * Fits the weights of `knowledge/ranking/confidence.ts` on public sets, and says how well a model
 * does on each set that was fitted on the others.
 *
 * `node --import ./lib/runtime/typescript-hooks.mjs tests/evals/fit-confidence.ts <folder with the sets>`
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
    return [
      { features: Object.values(featuresOf(evidence)), isTrue: isAnswered, weight: 1 / alike },
    ];
  });
}

/** How well a model tells the questions of a task apart. */
function figuresOf(model: LogisticModel, { samples }: Task) {
  const confidences = (wanted: boolean) =>
    samples
      .filter(({ isAnswered }) => isAnswered === wanted)
      .map(({ evidence }) =>
        evidence ? 1 / (1 + Math.exp(-logOdds(model, Object.values(featuresOf(evidence))))) : 0,
      );
  const [answered, unanswered] = [confidences(true), confidences(false)];
  const share = (values: number[], isRight: (value: number) => boolean) =>
    (values.filter(isRight).length / values.length).toFixed(3);
  return {
    auc: areaUnderCurve(answered, unanswered).toFixed(4),
    kept: share(answered, (value) => value >= defaultRetrieval.answeredFrom),
    refused: share(unanswered, (value) => value < defaultRetrieval.answeredFrom),
    'calibration error': calibrationError(answered, unanswered).toFixed(3),
  };
}

async function main(root: string): Promise<void> {
  const tasks = await readTasks(root);
  const { coefficients, constant } = fitLogistic(tasks.flatMap(examplesOf));
  const [share, gain, lead, named, names, size, chinese] = coefficients;
  console.table([{ share, gain, lead, named, names, size, chinese, constant }]);
  console.log('each set by a model that was fitted on the others:');
  const heldOut = tasks.map((task) => {
    const others = tasks.filter(({ set }) => set !== task.set);
    const model = fitLogistic(others.flatMap(examplesOf));
    return { set: task.set, kind: task.kind, ...figuresOf(model, task) };
  });
  console.table(heldOut);
}

const [root] = process.argv.slice(2);
if (!root)
  throw new Error(
    'usage: node --import ./lib/runtime/typescript-hooks.mjs tests/evals/fit-confidence.ts <folder>',
  );
await main(root);
