import { type SearchResult, search } from '@/knowledge/search';
import {
  findStandaloneQuestion,
  type MessageInContext,
} from './standalone-question/find-standalone-question';
import type { TurnContext } from './turn-context';

type Principal = TurnContext['principal'];

/** What was found, and the question that stands alone, by which it was searched for. */
export interface Found extends SearchResult {
  query: string;
  /** The same as it may be kept: without titles, which must go with their documents. */
  kept: string;
}

/** Searches for one of several tasks, which stands for itself. */
export async function retrieveForTask(
  query: string,
  principal: Principal,
  signal?: AbortSignal,
): Promise<Found> {
  return { query, kept: query, ...(await search({ query, principal, signal })) };
}

/** Searches for a person's last message, made to stand alone where it leaves something unsaid. */
export async function retrieveForMessage(input: MessageInContext): Promise<Found> {
  const { query, kept, isAnswered } = await findStandaloneQuestion(input);
  const found = await retrieveForTask(query, input.principal, input.signal);
  return { ...found, kept, isAnswered: found.isAnswered && isAnswered };
}
