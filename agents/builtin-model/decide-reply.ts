import { translate } from '@/lib/i18n/translate';
import { answerFromPassages } from './answer-from-passages';
import { askForArgument } from './ask-for-argument';
import type { BoundTool } from './bound-tool';
import { conversationLocale } from './conversation-locale';
import type { ArgumentValue } from './fill-arguments';
import { dropped, planToolCall } from './plan-tool-call';
import type { Clock } from './read-moment';
import type { Prompt } from './read-prompt';
import { replyFromTool } from './reply-from-tool';
import { replyToPastime, replyToSmallTalk } from './small-talk';

/** What the built-in model does next: it says something or calls one tool. */
export type Reply =
  | { text: string }
  | { toolCall: { name: string; args: Record<string, ArgumentValue> } };

/**
 * The tool that finds passages. Only a language model calls it; its results are here when that
 * model failed in the middle of a turn.
 */
const lookup = 'search_knowledge';

/**
 * The built-in model's whole judgement, in order: tell what a tool found, small talk, use a tool
 * or ask for what it still needs, quote the passages, or say that nothing was found.
 */
export function decideReply(prompt: Prompt, tools: BoundTool[], clock: Clock): Reply {
  const { question, asked, passages, toolReplies } = prompt;
  const locale = conversationLocale(prompt);
  const told = toolReplies.filter(({ tool }) => tool !== lookup);
  if (told.length > 0) {
    return { text: told.map((reply) => replyFromTool(reply, tools, locale)).join('\n\n') };
  }
  const smallTalk = replyToSmallTalk(question, locale);
  if (smallTalk) return { text: smallTalk };
  const plan = toolReplies.length > 0 ? undefined : planToolCall(prompt, tools, clock);
  if (plan === dropped) return { text: translate(locale, 'agents.dropped') };
  if (!plan) {
    const pastime = passages.length === 0 && replyToPastime(question, locale);
    return { text: pastime || answerFromPassages(asked, passages, locale) };
  }
  const next = plan.missing[0];
  if (!next) return { toolCall: { name: plan.tool.name, args: plan.values } };
  const ask = askForArgument(plan.tool, plan.unanswered ?? next, locale);
  return { text: plan.unanswered ? `${translate(locale, 'agents.not_understood')} ${ask}` : ask };
}
