import { tokenize } from '@/knowledge/words/tokenize';
import { processGlobal } from '@/lib/process-global';
import type { BoundTool } from './bound-tool';
import { featuresOf } from './classifier/features';
import {
  type LinearModel,
  type Sample,
  scoresOf,
  softmax,
  trainLogisticRegression,
} from './classifier/logistic-regression';
import { readUtterances } from './classifier/read-examples';
import { chooseConnected } from './connected/choose-connected';
import { nearest, weightsOf } from './connected/sparse-likeness';
import { profileOf } from './connected/tool-profile';
import { holdsId } from './read-pattern';

/** Class of everything that is for the passages and not for a tool. */
const passages = 0;

/** Below this probability no tool is called. Tests hold requests and general questions apart. */
const threshold = 0.45;
/** With an id of a tool's own kind in the message, this much is enough. */
const thresholdWithId = 0.1;
/** Tools have fewer examples than there are other things to say: repeated to this share of those. */
const toolShare = 0.7;
const mostRepeats = 25;

/** SO-10421, SO10421, and a number of five figures by itself. */
const ids =
  /(?<![A-Za-z])[A-Za-z]{2,5}(?:-\d[\d-]*|\d{4}[\d-]*)|(?<![\w.,:#$€£¥-])\d{5}(?![\w.,:-]|\s?[元块])/g;

/** An id's letters say what it is an id of, which is known without them; they would drown the rest. */
function maskIds(text: string): string {
  return text.normalize('NFKC').replaceAll(ids, ' idnumber ');
}

function samplesOf(texts: string[], label: number): Sample[] {
  return texts.map((text) => ({ features: featuresOf(maskIds(text)), label }));
}

/** What is said to no tool: general questions, and small talk. The same for every set of tools. */
function toolFreeSamples(): Sample[] {
  return processGlobal('tool-free-samples', () =>
    ['builtin-model/knowledge-questions.txt', 'none-examples.txt'].flatMap((file) =>
      samplesOf(readUtterances(file), passages),
    ),
  );
}

function trainToolModel(tools: BoundTool[]): LinearModel {
  const samples = tools.flatMap(({ examples }, at) => samplesOf(examples, at + 1));
  const others = toolFreeSamples();
  const wanted = Math.round((toolShare * others.length) / samples.length);
  const repeats = Math.min(Math.max(wanted, 1), mostRepeats);
  const repeated = Array.from({ length: repeats }, () => samples).flat();
  return trainLogisticRegression([...others, ...repeated], { classes: tools.length + 1 });
}

/** Trained once for each set of tools, in some tens of milliseconds. */
function modelFor(tools: BoundTool[]): LinearModel {
  const models = processGlobal('tool-models', () => new Map<string, LinearModel>());
  const key = JSON.stringify(tools.map(({ name, examples }) => [name, examples]));
  const model = models.get(key) ?? trainToolModel(tools);
  models.set(key, model);
  return model;
}

/** A request names something that the tool's examples speak of; "where is" alone is no request. */
function sharesWords(text: string, { examples }: BoundTool): boolean {
  const known = processGlobal('tool-words', () => new Map<string, Set<string>>());
  const key = examples.join('\n');
  const words = known.get(key) ?? new Set(tokenize(key).map(({ term }) => term));
  known.set(key, words);
  return tokenize(text).some(({ term }) => words.has(term));
}

function takesIdIn(text: string, tool: BoundTool): boolean {
  return Object.values(tool.properties).some(
    ({ pattern }) => pattern !== undefined && /[A-Za-z]{2}/.test(pattern) && holdsId(text, pattern),
  );
}

/** The tool that a message calls for, or none: one of the desk's own, or one that was connected. */
export function chooseTool(text: string, tools: BoundTool[]): BoundTool | undefined {
  const connected = tools.filter((tool) => tool.connected);
  if (connected.length === 0) return chooseOwn(text, tools);
  const own = chooseOwn(
    text,
    tools.filter((tool) => !tool.connected),
  );
  const fillable = connected.filter((tool) => tool.connected?.isFillable);
  const found = chooseConnected(text, fillable);
  if (!own || !found) return found?.tool ?? own;
  if (takesIdIn(text, own) && !takesIdIn(text, found.tool)) return own;
  return found.score > nearest(weightsOf(text), profileOf(own).examples) ? found.tool : own;
}

/** A tool and how surely it is meant, 0 to 1. */
export interface RankedTool {
  tool: BoundTool;
  probability: number;
}

function chooseOwn(text: string, tools: BoundTool[]): BoundTool | undefined {
  return rankOwn(text, tools)?.tool;
}

/**
 * Of the desk's own tools: a classifier over the tools' own examples, general questions ("how long
 * do refunds take?") and small talk, in English and Chinese. A message with an id is for one of the
 * tools that take such an id. Undefined where none is meant.
 */
export function rankOwn(text: string, tools: BoundTool[]): RankedTool | undefined {
  const candidates = tools.filter(({ examples }) => examples.length > 0);
  if (candidates.length === 0) return undefined;
  const features = featuresOf(maskIds(text));
  const [forNone = 0, ...forTools] = softmax(scoresOf(modelFor(candidates), features));
  const withId = candidates.filter((tool) => takesIdIn(text, tool));
  const eligible = withId.length > 0 ? withId : candidates;
  if (1 - forNone < (withId.length > 0 ? thresholdWithId : threshold)) return undefined;
  const probabilityOf = (tool: BoundTool) => forTools[candidates.indexOf(tool)] ?? 0;
  const chosen = eligible.reduce((best, tool) =>
    probabilityOf(tool) > probabilityOf(best) ? tool : best,
  );
  if (withId.length === 0 && !sharesWords(text, chosen)) return undefined;
  return { tool: chosen, probability: probabilityOf(chosen) };
}
