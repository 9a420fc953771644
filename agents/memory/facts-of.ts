import type { BaseMessage } from '@langchain/core/messages';
import type { Principal } from '@/lib/auth/principal';
import { listPersonFacts } from '@/lib/db/conversations/person-facts';

/** What a signed-in person wants remembered of themselves; nothing is kept, or looked up, of guests. */
export async function factsOf({ kind, id }: Principal): Promise<string[]> {
  return kind === 'guest' ? [] : (await listPersonFacts(id)).map(({ text }) => text);
}

/** The person's own words among the messages that a model is shown. */
export function saidByPerson(history: BaseMessage[]): string {
  const own = history.filter(({ type }) => type === 'human');
  return own.map(({ text }) => text).join('\n');
}
