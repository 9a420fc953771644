import { classifyRoutes, type RoutedTask } from '@/agents/builtin-model/classifier/classify-routes';
import { isBareDetail } from '@/agents/builtin-model/reading/is-bare-detail';
import type { Handoff } from '@/agents/handoff';
import { languageModelFor } from '@/agents/model-for';
import { answersQuestion } from './answers-question';

/**
 * A message is taken apart only where every part is this surely for its specialist. Where a small
 * model can be asked, what is less sure is left to it.
 */
const sure = { alone: 0.65, beforeModel: 0.9 };

/** "My card was declined." before a question is its story, not a request of its own. */
const story =
  /^(?:(?:hi|hello|hey)\W+)?(?:i|my|we|our|it|there|this|that|the|on)\b(?!.*\b(?:want|need|like to|wish|wonder)\b)/i;

/**
 * The tasks of a message that holds several requests, each for another specialist, in the order
 * they were made; empty for one with a single request, as most, and for an answer to a question.
 */
export function splitTasks(text: string, lastAnswer = ''): Handoff[] {
  if (answersQuestion(text, lastAnswer)) return [];
  const requests = classifyRoutes(text);
  if (requests.length < 2) return [];
  const enough = languageModelFor('route') ? sure.beforeModel : sure.alone;
  const isClear = requests.every(
    (request) =>
      request.confidence >= enough && !tellsStory(request, text) && !isBareDetail(request.task),
  );
  if (!isClear) return [];
  return requests.flatMap(({ task, route }): Handoff[] =>
    route === 'none'
      ? []
      : [{ to: route, task, reason: `sounds like ${route}`, urgency: 'normal', facts: {} }],
  );
}

/** Whether a message may hold several requests although that is not sure enough to take it apart. */
export function mayBeSeveral(text: string): boolean {
  return languageModelFor('route') !== null && classifyRoutes(text).length > 1;
}

/** What a person says that they did is never what they ask for. */
const deed =
  /^(?:i|we)\s+(?:(?:have|had|just|recently|already|also)\s+)*(?:\w{3,}ed|bought|paid|made|got|sent|went|did)\b/i;
/** Where or when something is meant is part of what is asked next to it. */
const setting = /^(?:on|in|at|between|from|as of)\b(?!\s+(?:which|what|whose)\b)|\btry$/i;
/** Under which condition something is asked is no request either. */
const condition =
  /^(?:if|while|unless|although|even though)\b(?!.*, (?:please|tell|send|show|book|cancel|can|could|what|when|where|how)\b)/i;
const endLength = 12;

/** A part that tells what was done, or is a sentence of its own that asks for nothing. */
function tellsStory({ task }: RoutedTask, text: string): boolean {
  if ([deed, setting, condition].some((each) => each.test(task))) return true;
  if (!story.test(task)) return false;
  const end = task.slice(-endLength);
  const next = text.charAt(text.lastIndexOf(end) + end.length);
  return next !== '' && '.!;'.includes(next);
}
