import type { BaseMessage } from '@langchain/core/messages';
import { search } from '@/knowledge/search';
import type { TurnContext } from './turn-context';

type Principal = TurnContext['principal'];

/** Searches for one of several tasks, which stands for itself. */
export async function retrieveForTask(query: string, principal: Principal, signal?: AbortSignal) {
  return { query, ...(await search({ query, principal, signal })) };
}

/** Searches for the message; a short follow-up that finds nothing is read with the words before it. */
export async function retrieveForMessage(
  messages: BaseMessage[],
  principal: Principal,
  signal?: AbortSignal,
) {
  const said = messages.filter((message) => message.type === 'human').map(({ text }) => text);
  const query = said.at(-1) ?? '';
  const found = await retrieveForTask(query, principal, signal);
  const before = said.at(-2);
  if (found.isAnswered || !before || query.length > 60) return found;
  const together = await retrieveForTask(`${before} ${query}`, principal, signal);
  return together.isAnswered ? together : found;
}
