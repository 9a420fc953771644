import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { classifyRoute } from './builtin-model/classifier/classify-route';
import { languageModelFor } from './model-for';
import { saysNoSource } from './no-source';
import { specialists } from './registry';
import { type SpecialistName, specialistNameSchema } from './specialist';

/** At this probability the classifier decides alone. */
const sure = 0.6;
/** At this probability it takes a conversation away from the specialist that has it. */
const surelyElsewhere = 0.8;

export interface Route {
  to: SpecialistName;
  by: 'kept' | 'classifier' | 'model';
  confidence: number;
  reason: string;
  /** Conversation for its own sake: greetings, thanks. */
  isSmallTalk: boolean;
}

const modelRoute = z.object({
  to: specialistNameSchema,
  reason: z.string().describe('Why, in a few words'),
});

/**
 * Chooses the specialist, as cheaply as it can be right: stay while the topic stays, else the
 * local classifier where it is sure, else the small language model where one is configured.
 */
export async function routeMessage(input: {
  text: string;
  active: SpecialistName | null;
  /** What the desk said last; a few words after a question of the specialist are its answer. */
  lastAnswer?: string;
  signal?: AbortSignal;
}): Promise<Route> {
  const { text, active, lastAnswer = '', signal } = input;
  if (active && answersQuestion(text, lastAnswer)) {
    const reason = 'answers what it was asked';
    return { to: active, by: 'kept', confidence: 1, reason, isSmallTalk: false };
  }
  const { route, confidence } = classifyRoute(text);
  const isSmallTalk = route === 'none' && confidence >= sure;
  const isElsewhere = route !== 'none' && route !== active && confidence >= surelyElsewhere;
  if (active && !isElsewhere) {
    return { to: active, by: 'kept', confidence, reason: 'the topic stays', isSmallTalk };
  }
  if (route !== 'none' && confidence >= sure) {
    return { to: route, by: 'classifier', confidence, reason: `sounds like ${route}`, isSmallTalk };
  }
  const chosen = isSmallTalk ? null : await askModel(text, signal);
  if (chosen) return { ...chosen, by: 'model', confidence, isSmallTalk };
  const to = route === 'none' ? specialists[0].name : route;
  return { to, by: 'classifier', confidence, reason: 'the likeliest', isSmallTalk };
}

const longestReply = 40;
const isQuestion = /[?？]\s*$/;

/** Whether a few words are the answer to what the desk has just asked. */
export function answersQuestion(text: string, lastAnswer: string): boolean {
  if (text.length > longestReply || isQuestion.test(text)) return false;
  return isQuestion.test(lastAnswer) && !saysNoSource(lastAnswer);
}

/** The small model's choice; null when there is none, or it fails: routing must not stop a turn. */
async function askModel(text: string, signal?: AbortSignal) {
  const model = languageModelFor('route');
  if (!model) return null;
  const table = specialists.map(({ name, handles }) => `${name}: ${handles}`).join('\n');
  const system = `Choose who should answer the person's message.\n${table}`;
  try {
    const reply = await model.withStructuredOutput(modelRoute, { name: 'route' }).invoke(
      [
        { role: 'system', content: system },
        { role: 'user', content: text },
      ],
      { signal },
    );
    return modelRoute.parse(reply);
  } catch (error) {
    if (signal?.aborted) throw new AppError('unavailable', { part: 'model' }, { cause: error });
    log().warn({ event: 'route-model-failed', err: error }, 'routing goes on without the model');
    return null;
  }
}
