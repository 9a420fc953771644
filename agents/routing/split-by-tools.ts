import { type BoundTool, toBoundTool } from '@/agents/builtin-model/bound-tool';
import { chooseTool } from '@/agents/builtin-model/choosing/choose-tool';
import { clausesOf } from '@/agents/builtin-model/classifier/classify-routes';
import { asksFor } from '@/agents/builtin-model/reading/asks-for';
import { isBareDetail } from '@/agents/builtin-model/reading/is-bare-detail';
import type { Handoff } from '@/agents/handoff';
import { languageModelFor } from '@/agents/model-for';
import { team } from '@/agents/team';
import { type ConnectedTools, noConnectedTools } from '@/agents/tools/connected/connected-tools';
import { areaToolsOf } from '@/agents/work/specialist-tools';
import { chooseByOwnTool } from './choose-by-own-tool';
import { withLeads } from './with-leads';

/** At this probability a clause is for a tool of whatever specialist. */
const sure = 0.6;
const idIn = /[A-Za-z]{2,5}-\d[\d-]*/g;

/** How a request begins: what only tells something never makes one of its own. */
const opening =
  /^(?:(?:hi|hello|hey|please|also|then|could you|can you|would you)[\s,]+)*(?:show|list|tell|send|check|find|book|cancel|track|look|move|reschedule|change|return|request|what|when|where|which|is|are|does|did|has|how)\b|^(?:请|再|也|还)*(?:帮我|给我|查|看|取消|预约|约|列出|告诉|发(?!票|货)|改|退)|[点半午天一二三四五六日]再?约[个一]/i;

interface Part {
  task: string;
  /** The tool that it calls for, and with which ids; nothing before the first request. */
  wants?: { tool: string; ids: string; to: string };
}

/**
 * The tasks of a message with several requests, most to the same specialist, where the built-in model
 * answers, which does one thing at a time: clauses that call for different tools, or for the same
 * one with another id. Empty where there is one, or a language model, which sees to all by itself.
 */
export function splitByTools(
  text: string,
  specialist: string,
  connected: ConnectedTools = noConnectedTools,
): Handoff[] {
  if (languageModelFor('answer')) return [];
  const clauses = clausesOf(text);
  const working = clauses.length > 1 ? team().find(specialist) : undefined;
  const tools = (working ? areaToolsOf(working, connected) : []).flatMap(
    (tool) => toBoundTool(tool) ?? [],
  );
  if (tools.length === 0) return [];
  const parts: Part[] = [];
  for (const clause of withLeads(clauses)) {
    const last = parts.at(-1);
    const isDetail = isBareDetail(clause) && !last?.wants?.ids;
    const wants = isDetail ? undefined : wantsOf(clause, specialist, tools);
    if (!last || (wants && isNew(wants, parts))) parts.push({ task: clause, wants });
    else last.task = `${last.task}, ${clause}`;
  }
  const requests = withoutPreface(parts);
  if (requests.length < 2) return [];
  const known = {
    reason: 'several requests',
    urgency: 'normal',
    facts: {},
  } as const;
  return requests.map(
    ({ task, wants }): Handoff => ({ ...known, to: wants?.to ?? specialist, task }),
  );
}

/** What a clause wants: surely a tool of any specialist, or one of this specialist. */
function wantsOf(clause: string, specialist: string, tools: BoundTool[]): Part['wants'] {
  const ids = clause.match(idIn)?.join(' ') ?? '';
  const isRequest = ids === '' ? opening.test(clause) : asksFor(clause) || isBareDetail(clause);
  if (!isRequest) return undefined;
  const own = isBareDetail(clause) ? null : chooseByOwnTool(clause);
  if (own && own.probability >= sure) return { ...own, ids };
  const tool = chooseTool(clause, tools)?.name;
  return tool ? { tool, ids, to: specialist } : undefined;
}

/** Whether a clause asks for something that no part before it does. */
function isNew(wants: NonNullable<Part['wants']>, parts: Part[]): boolean {
  return !parts.some(
    ({ wants: had }) =>
      had?.tool === wants.tool && (wants.ids === '' || had.ids === '' || had.ids === wants.ids),
  );
}

/** What comes before the first request belongs to it. */
function withoutPreface([first, second, ...others]: Part[]): Part[] {
  if (!first || !second) return first ? [first] : [];
  if (first.wants) return [first, second, ...others];
  return [{ ...second, task: `${first.task}, ${second.task}` }, ...others];
}
