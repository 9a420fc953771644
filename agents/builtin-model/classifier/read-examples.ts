import { readUtterances } from '@/agents/read-utterances';
import { team } from '@/agents/team';

/** Where a message can go: the name of a specialist, or `none` of them. */
export type Route = string;

/** All places where a message of this team can go. */
export const routes = (): Route[] => [...team().names, 'none'];

/** The example utterances of a route. */
export function readExamples(route: Route): string[] {
  const own = team().find(route)?.examplesFile ?? `${route}/examples.txt`;
  return readUtterances(route === 'none' ? 'none-examples.txt' : own);
}
