import { processGlobal } from '@/lib/process-global';
import type { BoundTool } from './bound-tool';
import { featureNames } from './classifier/features';
import { knowledgeQuestions } from './knowledge-questions';
import { readPattern } from './read-pattern';

type Vector = Map<string, number>;

interface ExampleIndex {
  weightOf: (feature: string) => number;
  /** Each example with the tool it calls for; undefined is a question for the passages. */
  examples: { tool: string | undefined; vector: Vector }[];
}

/**
 * How alike (cosine, 0 to 1) a message and a tool's nearest example must be. Chosen so that the
 * held-out phrasings in the tests are told apart; an id of the tool's own kind speaks for it.
 */
const threshold = 0.4;
const idBonus = 0.25;

function vectorOf(text: string, weightOf: (feature: string) => number): Vector {
  const vector: Vector = new Map();
  for (const [feature, weight] of featureNames(text)) {
    vector.set(feature, weight * weightOf(feature));
  }
  const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
  for (const [feature, value] of vector) vector.set(feature, value / (length || 1));
  return vector;
}

function similarity(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [feature, value] of a) sum += value * (b.get(feature) ?? 0);
  return sum;
}

/** Rare features weigh more: inverse document frequency over all examples. */
function buildIndex(tools: BoundTool[]): ExampleIndex {
  const texts = [
    ...tools.flatMap(({ name, examples }) => examples.map((text) => ({ tool: name, text }))),
    ...knowledgeQuestions.map((text) => ({ tool: undefined, text })),
  ];
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    const features = new Set(featureNames(text).map(([feature]) => feature));
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const weightOf = (feature: string) =>
    Math.log(1 + texts.length / (1 + (counts.get(feature) ?? 0)));
  const examples = texts.map(({ tool, text }) => ({ tool, vector: vectorOf(text, weightOf) }));
  return { weightOf, examples };
}

function indexOf(tools: BoundTool[]): ExampleIndex {
  const indexes = processGlobal('tool-example-indexes', () => new Map<string, ExampleIndex>());
  const key = JSON.stringify(tools.map(({ name, examples }) => [name, examples]));
  const index = indexes.get(key) ?? buildIndex(tools);
  indexes.set(key, index);
  return index;
}

function holdsIdOf(tool: BoundTool, text: string): boolean {
  return tool.required.some((name) => {
    const { pattern } = tool.properties[name] ?? {};
    return (
      pattern !== undefined &&
      /[A-Za-z]{2}/.test(pattern) &&
      readPattern(text, pattern) !== undefined
    );
  });
}

/**
 * The tool that a message calls for, by its likeness to the tools' examples, or none. General
 * questions ("how long do refunds take?") are examples too: when one of those is nearer, the
 * message is for the passages.
 */
export function chooseTool(text: string, tools: BoundTool[]): BoundTool | undefined {
  const candidates = tools.filter(({ examples }) => examples.length > 0);
  if (candidates.length === 0) return undefined;
  const { weightOf, examples } = indexOf(candidates);
  const vector = vectorOf(text, weightOf);
  const nearest = new Map<string | undefined, number>();
  for (const { tool, vector: example } of examples) {
    nearest.set(tool, Math.max(nearest.get(tool) ?? 0, similarity(vector, example)));
  }
  const general = nearest.get(undefined) ?? 0;
  const ranked = candidates
    .map((tool) => {
      const bonus = holdsIdOf(tool, text) ? idBonus : 0;
      return { tool, score: (nearest.get(tool.name) ?? 0) + bonus };
    })
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  return best && best.score >= threshold && best.score > general ? best.tool : undefined;
}
