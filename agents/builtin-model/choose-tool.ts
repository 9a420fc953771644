import { isBareDetail } from '@/agents/routing/is-bare-detail';
import { toSimplified } from '@/knowledge/words/chinese';
import { tokenize } from '@/knowledge/words/tokenize';
import { processGlobal } from '@/lib/process-global';
import { withAlikeValues } from './alike-values';
import { askedPart } from './asks-for';
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
import { correctSpelling, type Spellings, spellingsOf } from './correct-spelling';
import { holdsId } from './read-pattern';
import { unmix } from './unmix';

/** Class of everything that is for the passages and not for a tool. */
const passages = 0;

/** Below this probability no tool is called. Tests hold requests and general questions apart. */
const threshold = 0.45;
/** At this probability it is plain what a message as a whole asks for. */
const sure = 0.6;
/** With an id of a tool's own kind in the message, this much is enough. */
const thresholdWithId = 0.1;
/** Tools have fewer examples than there are other things to say: repeated to this share of those. */
const toolShare = 0.7;
const fewestRepeats = 2;
const mostRepeats = 25;
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
function plainRequest(text: string): string {
  return withAlikeValues(unmix(toSimplified(maskIds(text))));
}

function samplesOf(texts: string[], label: number): Sample[] {
  return texts.map((text) => ({ features: featuresOf(plainRequest(text)), label }));
}

const toolFreeTexts = () =>
  ['builtin-model/knowledge-questions.txt', 'none-examples.txt'].flatMap(readUtterances);

/** What is said to no tool: general questions, and small talk. The same for every set of tools. */
function toolFreeSamples(): Sample[] {
  return processGlobal('tool-free-samples', () => samplesOf(toolFreeTexts(), passages));
}

function trainToolModel(tools: BoundTool[]): LinearModel {
  const samples = tools.flatMap(({ examples }, at) => samplesOf(examples, at + 1));
  const others = toolFreeSamples();
  const wanted = Math.round((toolShare * others.length) / samples.length);
  const repeats = Math.min(Math.max(wanted, fewestRepeats), mostRepeats);
  const repeated = Array.from({ length: repeats }, () => samples).flat();
  return trainLogisticRegression([...others, ...repeated], {
    classes: tools.length + 1,
    learningRate,
  });
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
  return tokenize(unmix(text)).some(({ term }) => words.has(term));
}

/** How the words of tools' examples are spelled, and those of everything else that people say. */
function spellings(candidates: BoundTool[]): Spellings {
  const known = processGlobal('tool-spellings', () => new Map<string, Spellings>());
  const texts = candidates.flatMap(({ examples }) => examples);
  const key = candidates.map(({ name }) => name).join(' ');
  const made = known.get(key) ?? spellingsOf([...texts, ...toolFreeTexts()]);
  known.set(key, made);
  return made;
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

/** Told among all tools of the desk where those of others are known: theirs may be meant. */
function chooseOwn(text: string, tools: BoundTool[]): BoundTool | undefined {
  const others = isBareDetail(text)
    ? []
    : tools.flatMap(({ elsewhere = [] }) => elsewhere.flatMap((each) => each.tools));
  const found = rankOwn(text, [...tools, ...others.filter(({ connected }) => !connected)]);
  return found && tools.includes(found.tool) ? found.tool : undefined;
}

/**
 * Of the desk's own tools: a classifier over the tools' own examples, general questions ("how long
 * do refunds take?") and small talk, in English and Chinese. A message with an id is for one of the
 * tools that take such an id. Undefined where none is meant.
 */
export function rankOwn(text: string, tools: BoundTool[]): RankedTool | undefined {
  const whole = rankText(text, text, tools);
  if (whole && whole.probability >= sure) return whole;
  // A long story drowns the request at its end.
  const asked = askedPart(text);
  const part = asked === undefined ? undefined : rankText(asked, text, tools);
  return part && part.probability > (whole?.probability ?? 0) ? part : whole;
}

/** @param withIds the text whose ids tell which tools can be meant */
function rankText(text: string, withIds: string, tools: BoundTool[]): RankedTool | undefined {
  // One order, so that one model serves whoever asks.
  const candidates = tools
    .filter(({ examples }) => examples.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
  if (candidates.length === 0) return undefined;
  const spelled = correctSpelling(plainRequest(text), spellings(candidates));
  const features = featuresOf(spelled);
  const [forNone = 0, ...forTools] = softmax(scoresOf(modelFor(candidates), features));
  const withId = candidates.filter((tool) => takesIdIn(withIds, tool));
  const eligible = withId.length > 0 ? withId : candidates;
  if (1 - forNone < (withId.length > 0 ? thresholdWithId : threshold)) return undefined;
  const probabilityOf = (tool: BoundTool) => forTools[candidates.indexOf(tool)] ?? 0;
  const chosen = eligible.reduce((best, tool) =>
    probabilityOf(tool) > probabilityOf(best) ? tool : best,
  );
  if (withId.length === 0 && !sharesWords(text, chosen)) return undefined;
  return { tool: chosen, probability: probabilityOf(chosen) };
}
