import { readConsent } from '@/agents/guards/consent-words';
import { askedArgument } from './ask-for-argument';
import type { BoundTool } from './bound-tool';
import { chooseTool } from './choose-tool';
import { type FilledArguments, fillArguments, type Said } from './fill-arguments';
import type { Clock } from './read-moment';
import type { Prompt } from './read-prompt';

/** A tool the person wants used. */
export interface ToolPlan extends FilledArguments {
  tool: BoundTool;
  /** The argument asked for last time that the person's answer does not tell. */
  unanswered?: string;
}

/** The person took back what they had begun. */
export const dropped = 'dropped';

interface Started {
  tool: BoundTool;
  said: Said[];
}

const endsAsQuestion = /[?？]\s*$|[吗呢][。.!！]?\s*$/;

/** The person's messages from the one that began the request on, with what each was asked. */
function turnsOf(prompt: Prompt): { text: string; assistantBefore: string }[] {
  const utterances = [...prompt.dialogue, { by: 'person' as const, text: prompt.question }];
  let assistantBefore = '';
  return utterances.flatMap(({ by, text }) => {
    if (by === 'assistant') {
      assistantBefore = text;
      return [];
    }
    const turn = { text, assistantBefore };
    assistantBefore = '';
    return [turn];
  });
}

function isFilledBy(tool: BoundTool, asked: string, text: string, clock: Clock): boolean {
  return fillArguments(tool, [{ text, asked }], clock).values[asked] !== undefined;
}

/** Whether an answer belongs to the question asked, or is about something else. */
function answers(started: Started, asked: string, text: string, tools: BoundTool[], clock: Clock) {
  const property = started.tool.properties[asked];
  const isFree =
    property?.type === 'string' && !property.pattern && !property.format && !property.enum;
  const wanted = chooseTool(text, tools);
  const isOther = endsAsQuestion.test(text) || (wanted && wanted.name !== started.tool.name);
  // "Do you repair screens?" holds the word for a choice, and is no answer.
  if (isFree || (property?.enum && endsAsQuestion.test(text))) return !isOther;
  return isFilledBy(started.tool, asked, text, clock) || (!isOther && text.length < 60);
}

/**
 * What the person wants done by a tool, replayed from the conversation: a request, then the
 * answers to our questions for what was missing. Undefined when the last message is none of it.
 */
export function planToolCall(
  prompt: Prompt,
  tools: BoundTool[],
  clock: Clock,
): ToolPlan | typeof dropped | undefined {
  let started: Started | undefined;
  let asked: string | undefined;
  let isDropped = false;
  for (const { text, assistantBefore } of turnsOf(prompt)) {
    asked = started && askedArgument(started.tool, assistantBefore);
    isDropped = asked !== undefined && readConsent(text) === 'no';
    if (isDropped) started = undefined;
    else if (started && asked && answers(started, asked, text, tools, clock)) {
      started.said.push({ text, asked });
    } else {
      const tool = chooseTool(text, tools);
      const earlier = started?.said.map((said) => ({ text: said.text, isEarlier: true })) ?? [];
      started = tool && { tool, said: [...earlier, { text }] };
      asked = undefined;
    }
  }
  if (isDropped) return dropped;
  if (!started) return undefined;
  const filled = fillArguments(started.tool, started.said, clock);
  const isUnanswered = asked !== undefined && filled.missing.includes(asked);
  return { tool: started.tool, ...filled, unanswered: isUnanswered ? asked : undefined };
}
