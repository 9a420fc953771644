import { parseToolResult } from '@/agents/tools/parse-tool-result';
import { translate } from '@/lib/i18n/translate';
import { answerFromPassages } from './answering/answer-from-passages';
import { isForPassages } from './answering/is-for-passages';
import type { BoundTool } from './bound-tool';
import { chooseElsewhere } from './choosing/choose-elsewhere';
import { conversationLocale } from './conversation-locale';
import { askForArgument } from './planning/ask-for-argument';
import { planToolCall } from './planning/plan-tool-call';
import { dropped } from './planning/replay';
import type { Prompt, ToolReply } from './read-prompt';
import { readStatement } from './read-statement';
import type { Clock } from './reading/read-moment';
import type { ArgumentValue } from './reading/said';
import { replyFromTool } from './reply-from-tool';
import { replyToPastime, replyToSmallTalk } from './small-talk';

/** What the built-in model does next: it says something or calls one tool. */
export type Reply =
  | { text: string }
  | { toolCall: { name: string; args: Record<string, ArgumentValue> } };

/**
 * Tools whose results are no answer for a person. Results of the first, and of calls that went
 * wrong, are here when a language model failed in the middle of a turn.
 */
const lookup = 'search_knowledge';
const handOver = 'hand_over';
/** Called for a statement that a person wants remembered of themselves. */
const remember = 'remember_fact';
const wrongCalls = new Set(['unknown_tool', 'bad_arguments', 'not_alone']);

function isTold({ tool, content }: ToolReply): boolean {
  if (tool === lookup || tool === handOver) return false;
  const result = parseToolResult(content);
  return result?.is_gone === true || !wrongCalls.has(result?.outcome ?? '');
}

/**
 * The built-in model's whole judgement, in order: tell what a tool found, remember, small talk,
 * use a tool or ask for what it still needs, hand over what another's tools are for, quote the
 * passages, or say that nothing was found.
 */
export function decideReply(prompt: Prompt, tools: BoundTool[], clock: Clock): Reply {
  const { question, asked, passages, toolReplies } = prompt;
  const locale = conversationLocale(prompt);
  const told = toolReplies.filter(isTold);
  if (told.length > 0) {
    return { text: told.map((reply) => replyFromTool(reply, tools, locale)).join('\n\n') };
  }
  const fact = toolReplies.length === 0 && readStatement(question);
  if (fact && tools.some(({ name }) => name === remember)) {
    return { toolCall: { name: remember, args: { fact } } };
  }
  const smallTalk = replyToSmallTalk(question, locale);
  if (smallTalk) return { text: smallTalk };
  const plan = toolReplies.length > 0 ? undefined : planFor(prompt, tools, clock);
  if (plan === dropped) return { text: translate(locale, 'agents.dropped') };
  if (!plan) {
    const to = toolReplies.length > 0 ? undefined : elsewhereFor(prompt, tools);
    const reason = 'a tool of that specialist is for this';
    if (to) return { toolCall: { name: handOver, args: { to, task: question, reason } } };
    const pastime = passages.length === 0 && replyToPastime(question, locale);
    return { text: pastime || answerFromPassages(asked, passages, locale) };
  }
  const next = plan.missing[0];
  if (next && prompt.isGuest && plan.tool.needsSignIn) {
    return { text: translate(locale, 'agents.replies.any.not_signed_in') };
  }
  if (!next) return { toolCall: { name: plan.tool.name, args: plan.values } };
  const ask = askForArgument(plan.tool, plan.unanswered ?? next, locale);
  return { text: plan.unanswered ? `${translate(locale, 'agents.not_understood')} ${ask}` : ask };
}

/** A question that the passages speak of is answered by them, though it sounds like a request. */
function planFor(prompt: Prompt, tools: BoundTool[], clock: Clock) {
  const plan = planToolCall(prompt, tools, clock);
  if (!plan || plan === dropped) return plan;
  return isForPassages(prompt.question, prompt.passages, plan.tool) ? undefined : plan;
}

function elsewhereFor({ question, passages }: Prompt, tools: BoundTool[]): string | undefined {
  return chooseElsewhere(question, {
    hasPassages: passages.length > 0,
    handOver: tools.find(({ name }) => name === handOver),
  });
}
