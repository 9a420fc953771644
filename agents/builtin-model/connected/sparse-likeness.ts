import { featuresOf } from '@/agents/builtin-model/classifier/features';
import { readExamples, routes } from '@/agents/builtin-model/classifier/read-examples';
import { readUtterances } from '@/agents/read-utterances';
import { team } from '@/agents/team';
import { processGlobal } from '@/lib/process-global';

/** A text as weights by feature, of unit length; what stands in texts of every kind counts little. */
export type Weights = ReadonlyMap<number, number>;

interface Background {
  /** In how many utterances a feature stands, and how many there are. */
  counts: Map<number, number>;
  size: number;
  utterances: Weights[];
}

/** An id says by its letters what it is an id of; its figures would drown the rest. */
const maskIds = (text: string) =>
  text.replaceAll(/(?<![A-Za-z])[A-Za-z]{2,5}-\d[\d-]*/g, ' idnumber ');

/** What people say to the desk that is for none of the connected tools. */
function background(): Background {
  const known = processGlobal('tool-background', () => new Map<string, Background>());
  const key = team().examplesKey;
  const made = known.get(key) ?? readBackground();
  known.set(key, made);
  return made;
}

function readBackground(): Background {
  const requests = routes().flatMap((route) => (route === 'none' ? [] : readExamples(route)));
  const texts = [...requests, ...readUtterances('builtin-model/choosing/knowledge-questions.txt')];
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (const feature of featuresOf(maskIds(text)).indices) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  const size = texts.length;
  return { counts, size, utterances: texts.map((text) => weigh(text, { counts, size })) };
}

function weigh(text: string, { counts, size }: Pick<Background, 'counts' | 'size'>): Weights {
  const { indices, values } = featuresOf(maskIds(text));
  const weights = new Map<number, number>();
  let squares = 0;
  for (const [at, feature] of indices.entries()) {
    const rarity = Math.log(1 + size / (1 + (counts.get(feature) ?? 0)));
    const weight = (values[at] ?? 0) * rarity;
    weights.set(feature, weight);
    squares += weight * weight;
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (const [feature, weight] of weights) weights.set(feature, weight * scale);
  return weights;
}

/** The weights of a text against what is usually said to the desk. */
export const weightsOf = (text: string): Weights => weigh(text, background());

/** How alike two texts are, 0 to 1. */
export function likeness(one: Weights, other: Weights): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [feature, weight] of few) sum += weight * (many.get(feature) ?? 0);
  return sum;
}

/** How alike a text is to the one most like it among others, 0 to 1; 0 where there are none. */
export const nearest = (text: Weights, among: readonly Weights[]): number =>
  among.reduce((most, each) => Math.max(most, likeness(text, each)), 0);

/** How near a text is to anything that is usually said to the desk. */
export const nearestUsual = (text: Weights): number => nearest(text, background().utterances);
