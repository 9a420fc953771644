import { shownData } from '@/agents/tools/connected/shown-data';
import { parseToolResult } from '@/agents/tools/parse-tool-result';
import { phraseResult } from '@/agents/tools/phrase-result';
import type { ToolResult } from '@/agents/tools/tool-result';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import type { BoundTool } from './bound-tool';
import { askForArgument } from './planning/ask-for-argument';
import type { ToolReply } from './read-prompt';

/** Facts without a sentence of their own are listed by name: `order_id: SO-10001`. */
function listFacts(result: ToolResult): string[] {
  return Object.entries(result).flatMap(([name, value]) =>
    name === 'outcome' || value === null || typeof value === 'object' || value === undefined
      ? []
      : [`${name.replaceAll('_', ' ')}: ${value}`],
  );
}

/** Outcomes that a person can mend by another value for one argument. */
const mendable: Record<string, string> = {
  slot_taken: 'time',
  not_a_slot: 'time',
  day_full: 'date',
  too_much: 'amount',
  other_currency: 'amount',
};
/** Outcomes about which a person must decide: one is offered. */
const forPeople = new Set(['over_limit', 'duplicate', 'not_refundable']);

/** The argument that an outcome is unsure of: `which_item` asks for `item`. */
function unsureArgument(tool: BoundTool, outcome: string): string | undefined {
  const named = /^which_(\w+)$/.exec(outcome)?.[1] ?? mendable[outcome];
  return [named, `${named}_id`, `to_${named}`].find((name) => name && tool.properties[name]);
}

/**
 * What a connected system answered: our sentence, then its data as a list, escaped, so that whatever
 * stands in there is words to a person.
 */
function replyFromSystem(tool: string, result: ToolResult, locale: Locale): string {
  const data = shownData(result);
  const isEmpty = result.outcome === 'ok' && result.kind === 'look' && data === '';
  const outcome = isEmpty ? 'empty' : result.outcome;
  const sentence = phraseResult(locale, tool, { ...result, outcome });
  const isRefusal = result.outcome !== 'ok' && data !== '';
  const says = isRefusal ? translate(locale, 'agents.system_says') : '';
  return [sentence, says, data].filter(Boolean).join('\n\n');
}

/**
 * A tool's result in the person's language: the catalogue's sentence for its outcome, or else the
 * bare facts, then its lines as a list, then the question for the argument it was unsure of, so
 * that the next message is understood as the answer. Says nothing that the result does not say.
 */
export function replyFromTool(reply: ToolReply, tools: BoundTool[], locale: Locale): string {
  const result = parseToolResult(reply.content);
  if (!result) return translate(locale, 'agents.unreadable_result');
  if (result.system !== undefined) return replyFromSystem(reply.tool, result, locale);
  const sentence = phraseResult(locale, reply.tool, result);
  const lines = result.lines ?? (sentence ? [] : listFacts(result));
  const list = lines.map((line) => `- ${line}`).join('\n');
  const opening =
    sentence ?? translate(locale, list ? 'agents.result' : 'agents.unreadable_result');
  const tool = tools.find(({ name }) => name === reply.tool);
  const unsure = tool && unsureArgument(tool, result.outcome);
  const question = tool && unsure ? askForArgument(tool, unsure, locale) : '';
  const offer = forPeople.has(result.outcome) ? translate(locale, 'agents.offer_person') : '';
  return [opening, list, question || offer].filter(Boolean).join('\n\n');
}
