import type { BaseMessage } from '@langchain/core/messages';
import type { StructuredToolInterface } from '@langchain/core/tools';
import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { rankConnected } from '@/agents/builtin-model/connected/choose-connected';
import type { Specialist } from '@/agents/specialist';
import type { ConnectedTools } from '@/agents/tools/connected/connected-tools';
import { processGlobal } from '@/lib/process-global';
import { callsOf } from './read-reply';
import { areaToolsOf, firstToolsOf, toolsOf } from './specialist-tools';

type Tools = readonly StructuredToolInterface[];

/** More connected tools than this are not offered at once: each of them is in every prompt. */
const mostOffered = 40;
/** Nor more than this of their descriptions and schemas, in characters. */
const mostCharacters = 60_000;
/** What was said last tells which of them are needed. */
const lastMessages = 4;

/**
 * The tools that a model is offered for the task at hand: all that the specialist has, or of very
 * many connected ones those that what was said last sounds like, and those that were called.
 * @param hasPassages what was found answers, and nothing has been tried yet
 */
export function offeredTools(
  specialist: Specialist,
  connected: ConnectedTools,
  {
    messages,
    work,
    hasPassages,
  }: { messages: BaseMessage[]; work: BaseMessage[]; hasPassages: boolean },
): Tools {
  const tools = (hasPassages ? firstToolsOf : toolsOf)(specialist, connected);
  const given = areaToolsOf(specialist, connected).slice(specialist.tools.length);
  const size = given.reduce((sum, tool) => sum + sizeOf(tool), 0);
  if (given.length <= mostOffered && size <= mostCharacters) return tools;
  const byBound = new Map(
    given.flatMap((tool) => {
      const bound = toBoundTool(tool);
      return bound ? [[bound, tool] as const] : [];
    }),
  );
  const said = messages.slice(-lastMessages).map(({ text }) => text);
  const best = rankConnected(said, [...byBound.keys()])
    .slice(0, mostOffered)
    .flatMap(({ tool }) => byBound.get(tool) ?? []);
  const called = new Set(work.flatMap(callsOf).map(({ name }) => name));
  const kept = new Set(given.filter(({ name }) => called.has(name)));
  let room = mostCharacters;
  for (const tool of best) {
    room -= sizeOf(tool);
    if (room >= 0) kept.add(tool);
  }
  const left = new Set(given.filter((tool) => !kept.has(tool)));
  return tools.filter((tool) => !left.has(tool));
}

const sizes = () => processGlobal('tool-sizes', () => new WeakMap<object, number>());

function sizeOf(tool: StructuredToolInterface): number {
  const known = sizes().get(tool) ?? tool.description.length + JSON.stringify(tool.schema).length;
  sizes().set(tool, known);
  return known;
}
