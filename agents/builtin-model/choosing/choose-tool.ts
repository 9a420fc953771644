import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { featuresOf } from '@/agents/builtin-model/classifier/features';
import { scoresOf, softmax } from '@/agents/builtin-model/classifier/logistic-regression';
import { chooseConnected } from '@/agents/builtin-model/connected/choose-connected';
import { nearest, weightsOf } from '@/agents/builtin-model/connected/sparse-likeness';
import { profileOf } from '@/agents/builtin-model/connected/tool-profile';
import { askedPart } from '@/agents/builtin-model/reading/asks-for';
import { isBareDetail } from '@/agents/builtin-model/reading/is-bare-detail';
import { holdsId } from '@/agents/builtin-model/reading/read-pattern';
import { unmix } from '@/agents/builtin-model/reading/unmix';
import { tokenize } from '@/knowledge/words/tokenize';
import { processGlobal } from '@/lib/process-global';
import { correctSpelling, type Spellings, spellingsOf } from './correct-spelling';
import { examplesKey, plainRequest, toolFreeTexts, toolModelFor } from './tool-model';

/** Below this probability no tool is called. Tests hold requests and general questions apart. */
const threshold = 0.45;
/** Nor below this one of a single tool: which of several is meant would be a guess. */
const clear = 0.3;
/** At this probability it is plain what a message as a whole asks for. */
const sure = 0.6;
/** With an id of a tool's own kind in the message, this much is enough. */
const thresholdWithId = 0.1;

/** A request names something that the tool's examples speak of; "where is" alone is no request. */
function sharesWords(text: string, tool: BoundTool): boolean {
  const known = processGlobal('tool-words', () => new Map<string, Set<string>>());
  const key = examplesKey(tool);
  const words =
    known.get(key) ?? new Set(tokenize(tool.examples.join('\n')).map(({ term }) => term));
  known.set(key, words);
  return tokenize(unmix(text)).some(({ term }) => words.has(term));
}

/** How the words of tools' examples are spelled, and those of everything else that people say. */
function spellings(candidates: BoundTool[]): Spellings {
  const known = processGlobal('tool-spellings', () => new Map<string, Spellings>());
  const key = candidates.map(examplesKey).join(' ');
  const made =
    known.get(key) ??
    spellingsOf([...candidates.flatMap(({ examples }) => examples), ...toolFreeTexts()]);
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
  // Each once and in one order, so that one model serves whoever asks.
  const candidates = [...new Set(tools)]
    .filter(({ examples }) => examples.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
  if (candidates.length === 0) return undefined;
  const spelled = correctSpelling(plainRequest(text), spellings(candidates));
  const features = featuresOf(spelled);
  const [forNone = 0, ...forTools] = softmax(scoresOf(toolModelFor(candidates), features));
  const withId = candidates.filter((tool) => takesIdIn(withIds, tool));
  const eligible = withId.length > 0 ? withId : candidates;
  if (1 - forNone < (withId.length > 0 ? thresholdWithId : threshold)) return undefined;
  const probabilityOf = (tool: BoundTool) => forTools[candidates.indexOf(tool)] ?? 0;
  const chosen = eligible.reduce((best, tool) =>
    probabilityOf(tool) > probabilityOf(best) ? tool : best,
  );
  const probability = probabilityOf(chosen);
  const isClear = probability >= clear && sharesWords(text, chosen);
  return withId.length > 0 || isClear ? { tool: chosen, probability } : undefined;
}
