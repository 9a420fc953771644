import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { featureCount, featuresOf } from './features';
import { type LinearModel, type Settings, trainLogisticRegression } from './logistic-regression';

/** Something people say, with the number of its class. */
export interface Utterance {
  text: string;
  label: number;
}

/** Beside what Node keeps compiled, where only who installs the desk can write. */
const usualFolder = 'node_modules/.cache/trained';
const keptForMs = 14 * 86_400_000;

/**
 * A classifier of these utterances. Training takes seconds on a small machine and always ends the
 * same, so what it ends with is kept for the next process, under a name that follows from all that
 * decides it.
 * @param folder where it is kept, from the root of the product
 */
export function trainedOn(
  utterances: readonly Utterance[],
  settings: Settings,
  folder = usualFolder,
): LinearModel {
  const file = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    folder,
    nameOf(utterances, settings),
  );
  const kept = read(file, settings);
  if (kept) return kept;
  const model = train(utterances, settings);
  keep(file, model);
  return model;
}

function train(utterances: readonly Utterance[], settings: Settings): LinearModel {
  const samples = utterances.map(({ text, label }) => ({ features: featuresOf(text), label }));
  return trainLogisticRegression(samples, settings);
}

function nameOf(utterances: readonly Utterance[], settings: Settings): string {
  const hash = createHash('sha256').update(`${methodMark()} ${JSON.stringify(settings)}\n`);
  for (const { text, label } of utterances) hash.update(`${label} ${text}\n`);
  return `${hash.digest('hex')}.f32`;
}

/**
 * Stands for how texts are read and weights found: what the method makes of a few sentences. A
 * version number would be forgotten when one of them changes.
 */
function methodMark(): string {
  return processGlobal('training-method-mark', () => {
    const texts = [
      'Where’s my order SO-10421?',
      '我想退货，訂單還沒到',
      'Book a repair at 3 pm',
      '',
    ];
    const { biases, weights } = train(
      texts.map((text, label) => ({ text, label })),
      { classes: texts.length },
    );
    return createHash('sha256').update(bytesOf(biases)).update(bytesOf(weights)).digest('hex');
  });
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** What was kept; undefined where there is nothing, or not all of it. */
function read(file: string, { classes }: Settings): LinearModel | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.length !== classes * (1 + featureCount) * Float32Array.BYTES_PER_ELEMENT) return;
    const numbers = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    );
    return { classes, biases: numbers.subarray(0, classes), weights: numbers.subarray(classes) };
  } catch (error) {
    log().debug({ event: 'no-kept-training', err: error });
    return undefined;
  }
}

/** Several processes may do so at once: each writes a file of its own, and the last one stays. */
function keep(file: string, { biases, weights }: LinearModel): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const own = `${file}.${randomUUID()}`;
    writeFileSync(own, Buffer.concat([bytesOf(biases), bytesOf(weights)]));
    renameSync(own, file);
    forgetOld(path.dirname(file));
  } catch (error) {
    log().warn({ event: 'training-not-kept', err: error }, 'the next process trains anew');
  }
}

/** What was trained for other examples is of no use any more; one that is, is trained anew. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    // Another process may have been quicker.
    const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (writtenAt && Date.now() - writtenAt > keptForMs) rmSync(file, { force: true });
  }
}
