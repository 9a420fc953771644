import { classifyRoutes } from './builtin-model/classifier/classify-routes';
import type { Handoff } from './handoff';
import { answersQuestion } from './route-message';

/** A message is taken apart only where every part is this surely for its specialist. */
const sure = 0.9;

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
  const isClear = requests.every(({ task, confidence }) => confidence >= sure && !story.test(task));
  if (requests.length < 2 || !isClear) return [];
  return requests.flatMap(({ task, route }): Handoff[] =>
    route === 'none'
      ? []
      : [{ to: route, task, reason: `sounds like ${route}`, urgency: 'normal', facts: {} }],
  );
}
