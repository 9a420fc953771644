import { createHash } from 'node:crypto';
import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { trainedOn, type Utterance } from '@/agents/builtin-model/classifier/kept-training';
import type { LinearModel } from '@/agents/builtin-model/classifier/logistic-regression';
import { unmix } from '@/agents/builtin-model/reading/unmix';
import { readUtterances } from '@/agents/read-utterances';
import { toSimplified } from '@/knowledge/words/chinese';
import { processGlobal } from '@/lib/process-global';
import { withAlikeValues } from './alike-values';

/** Class of everything that is for the passages and not for a tool; those of the tools follow. */
const passages = 0;
/** A few tools have fewer examples than there are other things to say: repeated to this share of those. */
const toolShare = 0.7;
const mostRepeats = 100;
/** Of 0.1 to 0.6 the best on examples left out in turn: 4 in 100 more general questions are known. */
const learningRate = 0.2;

/** SO-10421, SO10421, and a number of five figures by itself. */
const ids =
  /(?<![A-Za-z])[A-Za-z]{2,5}(?:-\d[\d-]*|\d{4}[\d-]*)|(?<![\w.,:#$€£¥-])\d{5}(?![\w.,:-]|\s?[元块])/g;

/** An id's letters say what it is an id of, which is known without them; they would drown the rest. */
function maskIds(text: string): string {
  return text.normalize('NFKC').replaceAll(ids, ' idnumber ');
}

/** What tells requests apart: neither ids nor values, nor which language a word is from. */
export function plainRequest(text: string): string {
  return withAlikeValues(unmix(toSimplified(maskIds(text))));
}

/** What is said to no tool: general questions, small talk, requests it has no tool for. The same for every set of tools. */
export function toolFreeTexts(): string[] {
  return processGlobal('tool-free-texts', () =>
    [
      'builtin-model/choosing/knowledge-questions.txt',
      'builtin-model/choosing/no-tool-requests.txt',
      'none-examples.txt',
    ].flatMap(readUtterances),
  );
}

function utterancesOf(texts: string[], label: number): Utterance[] {
  return texts.map((text) => ({ text: plainRequest(text), label }));
}

/** Each tool counts as much as the one with the most examples, and all of them enough beside the rest. */
function repeatsOf({ examples }: BoundTool, tools: BoundTool[], others: number): number {
  const most = Math.max(...tools.map((tool) => tool.examples.length));
  const wanted = Math.max(most, (toolShare * others) / tools.length);
  return Math.min(Math.round(wanted / examples.length), mostRepeats);
}

function trainToolModel(tools: BoundTool[]): LinearModel {
  const others = utterancesOf(toolFreeTexts(), passages);
  const requests = tools.flatMap((tool, at) => {
    const own = utterancesOf(tool.examples, at + 1);
    return Array.from({ length: repeatsOf(tool, tools, others.length) }, () => own).flat();
  });
  return trainedOn([...others, ...requests], { classes: tools.length + 1, learningRate });
}

/** Stands for a tool's examples, which are many; found once for each list of them. */
export function examplesKey({ examples }: BoundTool): string {
  const keys = processGlobal('examples-keys', () => new WeakMap<string[], string>());
  const key = keys.get(examples) ?? createHash('sha256').update(examples.join('\n')).digest('hex');
  keys.set(examples, key);
  return key;
}

/**
 * Scores a request, as `plainRequest` leaves it, for each of these tools (class 1 and up) and for
 * none of them (class 0). Trained once for each set of tools.
 */
export function toolModelFor(tools: BoundTool[]): LinearModel {
  const models = processGlobal('tool-models', () => new Map<string, LinearModel>());
  const key = tools.map((tool) => `${tool.name} ${examplesKey(tool)}`).join(', ');
  const model = models.get(key) ?? trainToolModel(tools);
  models.set(key, model);
  return model;
}
