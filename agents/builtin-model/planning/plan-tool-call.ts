import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import type { Prompt } from '@/agents/builtin-model/read-prompt';
import { type FilledArguments, fillArguments } from '@/agents/builtin-model/reading/fill-arguments';
import type { Clock } from '@/agents/builtin-model/reading/read-moment';
import { endsAsQuestion } from './message-signs';
import { dropped, Replay, type Started, type Turn } from './replay';

/** A tool the person wants used. */
export interface ToolPlan extends FilledArguments {
  tool: BoundTool;
  /** The argument asked for last time that the person's answer does not tell. */
  unanswered?: string;
}

/** The person's messages, each with what the assistant said before it. */
function turnsOf(prompt: Prompt): Turn[] {
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

const asking =
  /^(?:how|what|when|where|which|who|why|is|are|do|does|can|could|may)\b|怎么|如何|什么|多少|几/i;
const own = /\b(?:i|i'm|i've|my|mine|me|we|our|us)\b|我|咱|[A-Za-z]{2,5}-\d/i;

/** A question of a stranger that names nothing of their own: not what one must sign in for. */
function asksInGeneral(text: string): boolean {
  return (asking.test(text) || endsAsQuestion.test(text)) && !own.test(text);
}

/**
 * What the person wants done by a tool, replayed from the conversation: a request, the answers to
 * our questions for what was missing, and what they changed of it. Undefined when the last message
 * is none of it.
 */
export function planToolCall(
  prompt: Prompt,
  tools: BoundTool[],
  clock: Clock,
): ToolPlan | typeof dropped | undefined {
  const replay = new Replay(tools, clock);
  let current: Started | typeof dropped | undefined;
  for (const turn of turnsOf(prompt)) {
    current = replay.next(current === dropped ? undefined : current, turn);
  }
  if (!current || current === dropped) return current;
  if (current.suspended) return undefined;
  const { tool, said, asked } = current;
  if (prompt.isGuest && tool.needsSignIn && asksInGeneral(prompt.question)) return undefined;
  const filled = fillArguments(tool, said, clock);
  const isUnanswered = asked !== undefined && filled.missing.includes(asked);
  return { tool, ...filled, unanswered: isUnanswered ? asked : undefined };
}
