import { classifyRoute } from './classify-route';
import { endsOpen, isClause } from './is-clause';
import type { Route } from './read-examples';

/** One request of a message, with the specialist it is for. */
export interface RoutedTask {
  task: string;
  route: Route;
  /** Calibrated probability of `route`, 0 to 1. */
  confidence: number;
}

/** Where one request may end and the next begin: sentence ends, clauses, "and", 另外, 再, 顺便. */
const boundary =
  /[.?!](?=\s)|[。？！；;，]|,(?=\s)|\s(?:and|(?<!\b(?:i|we|you|i['’]d|we['’]d|would|could|can|will)\s)also|then|plus)\s(?:then\s|also\s|please\s)?|(?:另外|顺便|然后|同时|并且|还有|接着)|(?<=.{3})(?=再(?:帮|提醒|给|查|把|约|订))/giu;

/** A part counts as a request of its own only when the classifier is this sure of it. */
const surePart = 0.55;
/** More parts than this are a story. */
const mostTasks = 3;
/** A text of more clauses than this is no list of requests, and a look at each would cost too much. */
const mostClauses = 40;
const shortestPart = { han: 4, letters: 8 };

function isLongEnough(part: string): boolean {
  const han = part.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= shortestPart.han || part.length >= shortestPart.letters;
}

/** The clauses of a message: where one request may end and the next begin; all of a long story. */
export function clausesOf(text: string): string[] {
  const clauses = text
    .split(boundary)
    .map(trimEnds)
    .filter((part) => part !== '');
  return clauses.length > mostClauses ? [text] : clauses;
}

/** By hand: a pattern for an end looks at each run of spaces from every place in it. */
function trimEnds(part: string): string {
  let [start, end] = [0, part.length];
  while (start < end && isFiller(part.charAt(start))) start += 1;
  while (end > start && isFiller(part.charAt(end - 1))) end -= 1;
  return part.slice(start, end);
}

const isFiller = (character: string) => /[\s,，、]/.test(character);

/**
 * Joins clauses for the same specialist, and leaves a clause that is unclear, or none of its own, to
 * the one before.
 */
function gatherTasks(clauses: string[]): RoutedTask[] {
  const tasks: RoutedTask[] = [];
  for (const [at, clause] of clauses.entries()) {
    const guess = classifyRoute(clause);
    const isOwn = isLongEnough(clause) && isClause(clause) && !endsOpen(clauses[at - 1] ?? '');
    const isSure = guess.route !== 'none' && guess.confidence >= surePart && isOwn;
    const last = tasks.at(-1);
    if (!last || (isSure && guess.route !== last.route && last.route !== 'none')) {
      tasks.push({
        task: clause,
        route: isSure ? guess.route : 'none',
        confidence: guess.confidence,
      });
    } else {
      last.task = `${last.task}, ${clause}`;
      if (last.route === 'none' && isSure) Object.assign(last, guess);
    }
  }
  return tasks.map(({ task, route, confidence }) => ({ task, route, confidence }));
}

/**
 * The requests in a message, each with its specialist, in the order they were made. Most messages
 * hold one: a message is split only where both sides surely belong to different specialists.
 */
export function classifyRoutes(text: string): RoutedTask[] {
  const whole = classifyRoute(text);
  const single = [{ task: text, route: whole.route, confidence: whole.confidence }];
  const clauses = clausesOf(text);
  if (clauses.length < 2) return single;
  const tasks = gatherTasks(clauses).filter(({ route }) => route !== 'none');
  const different = new Set(tasks.map(({ route }) => route));
  return different.size >= 2 && tasks.length <= mostTasks ? tasks : single;
}
