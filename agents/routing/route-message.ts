import { z } from 'zod';
import { classifyRoute } from '@/agents/builtin-model/classifier/classify-route';
import { readChange } from '@/agents/builtin-model/planning/read-change';
import { isBareDetail } from '@/agents/builtin-model/reading/is-bare-detail';
import type { Handoff } from '@/agents/handoff';
import { languageModelFor } from '@/agents/model-for';
import { team } from '@/agents/team';
import { type ConnectedTools, noConnectedTools } from '@/agents/tools/connected/connected-tools';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { withinTime } from '@/lib/within-time';
import { answersQuestion, isAsking, showsCard } from './answers-question';
import { chooseByConnectedTool } from './choose-by-connected-tool';
import { chooseByOwnTool } from './choose-by-own-tool';
import { mayBeSeveral } from './split-tasks';

/** People wait for it, and there is a likeliest without it. In milliseconds. */
const timeLimit = 4_000;
/** At this probability the classifier decides alone. */
const sure = 0.6;
/** At this probability it takes a conversation away from the specialist that has it. */
const surelyElsewhere = 0.8;
/** At this probability a tool of the desk's own decides who answers. */
const sureTool = 0.45;
/** More requests than this in one message are left to the last of them. */
const mostTasks = 4;

export interface Route {
  /** The name of a specialist. */
  to: string;
  by: 'kept' | 'classifier' | 'model';
  confidence: number;
  reason: string;
  /** Conversation for its own sake: greetings, thanks. */
  isSmallTalk: boolean;
  /** The requests of the message, where a model told several apart. */
  tasks?: Handoff[];
}

const modelRoute = z.object({
  tasks: z
    .array(
      z.object({
        to: z.string().describe('Who should answer it'),
        task: z.string().describe("The request, complete, in the person's words"),
        reason: z.string().describe('Why, in a few words'),
      }),
    )
    .min(1)
    .max(mostTasks)
    .describe('One entry for each separate request, in order; nearly always one'),
});

/**
 * Chooses the specialist, as cheaply as it can be right: stay while the topic stays, else the
 * local classifier where it is sure, else the small language model where one is configured, which
 * may also tell several requests apart.
 */
export async function routeMessage(input: {
  text: string;
  /** The name of the specialist that has the conversation. */
  active: string | null;
  /** What the desk said last; a few words after a question of the specialist are its answer. */
  lastAnswer?: string;
  /** Tools that people connected; one that the message is clearly for decides. */
  connected?: ConnectedTools;
  signal?: AbortSignal;
}): Promise<Route> {
  const { text, active, lastAnswer = '', connected = noConnectedTools, signal } = input;
  if (active && answersQuestion(text, lastAnswer)) {
    const reason = 'answers what it was asked';
    return { to: active, by: 'kept', confidence: 1, reason, isSmallTalk: false };
  }
  const byTool = mayBeSeveral(text) ? null : chooseByConnectedTool(text, active, connected);
  if (byTool) {
    const { to, tool, score: confidence } = byTool;
    const by = to === active ? 'kept' : 'classifier';
    return { to, by, confidence, reason: `its tool ${tool} is for this`, isSmallTalk: false };
  }
  const byOwn = mayBeSeveral(text) ? null : routeByOwnTool(text, active, lastAnswer);
  if (byOwn) return byOwn;
  const { route, confidence } = classifyRoute(text);
  const isSmallTalk = route === 'none' && confidence >= sure;
  const isElsewhere = route !== 'none' && route !== active && confidence >= surelyElsewhere;
  const isOne = isSmallTalk || !mayBeSeveral(text);
  if (isOne && active && !isElsewhere) {
    return { to: active, by: 'kept', confidence, reason: 'the topic stays', isSmallTalk };
  }
  if (isOne && route !== 'none' && confidence >= sure) {
    return { to: route, by: 'classifier', confidence, reason: `sounds like ${route}`, isSmallTalk };
  }
  const chosen = isSmallTalk ? null : await askModel(text, signal);
  if (chosen) return { ...chosen, by: 'model', confidence, isSmallTalk };
  const likeliest = route === 'none' ? team().general.name : route;
  const to = active && !isElsewhere ? active : likeliest;
  return { to, by: 'classifier', confidence, reason: 'the likeliest', isSmallTalk };
}

/** By the tool that the message asks for, where that is clear. */
function routeByOwnTool(text: string, active: string | null, lastAnswer: string): Route | null {
  const isOpen = active !== null && (isAsking(lastAnswer) || showsCard(lastAnswer));
  const isMere = isBareDetail(text) || (isOpen && readChange(text) === 'surely');
  const own = isMere ? null : chooseByOwnTool(text);
  const isKept = own?.to === active;
  // After a question of the specialist more is needed: its answer may sound like another request.
  const enough = isOpen && !isKept ? surelyElsewhere : sureTool;
  if (!own || own.probability < enough) return null;
  const { to, tool, probability: confidence } = own;
  const by = isKept ? 'kept' : 'classifier';
  return { to, by, confidence, reason: `its tool ${tool} is for this`, isSmallTalk: false };
}

/** The small model's choice; null when there is none, or it fails: routing must not stop a turn. */
async function askModel(
  text: string,
  signal?: AbortSignal,
): Promise<Pick<Route, 'to' | 'reason' | 'tasks'> | null> {
  const model = languageModelFor('route');
  if (!model) return null;
  const table = team().specialists.map(({ name, handles }) => `${name}: ${handles}`);
  const system = `Choose who should answer the person's message.\n${table.join('\n')}`;
  try {
    const asked = [
      { role: 'system', content: system },
      { role: 'user', content: text },
    ];
    const chooser = model.withStructuredOutput(modelRoute, { name: 'route' });
    const reply = await withinTime(timeLimit, signal, (own) =>
      chooser.invoke(asked, { signal: own }),
    );
    return readChoice(modelRoute.parse(reply).tasks);
  } catch (error) {
    if (signal?.aborted) throw new AppError('unavailable', { part: 'model' }, { cause: error });
    log().warn({ event: 'route-model-failed', err: error }, 'routing goes on without the model');
    return null;
  }
}

/** Tasks for names that are no specialist's are dropped; a single one is the message as it is. */
function readChoice(tasks: z.infer<typeof modelRoute>['tasks']) {
  const known = tasks.filter(({ to, task }) => team().find(to) && task.trim() !== '');
  const [first] = known;
  if (!first) return null;
  if (known.length === 1) return { to: first.to, reason: first.reason };
  const handoffs = known.map(
    (each): Handoff => ({ ...each, by: 'model', urgency: 'normal', facts: {} }),
  );
  return { to: first.to, reason: first.reason, tasks: handoffs };
}
