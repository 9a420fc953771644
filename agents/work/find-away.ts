import type { Specialist } from '@/agents/specialist';
import { connectionsAway } from '@/agents/tools/connected/connections-away';
import type { TurnScope } from '@/agents/turn-scope';

/**
 * Notes which of a specialist's connected systems cannot be used now, once in an execution: the
 * answer says so, and its model is told instead of being left to guess.
 */
export async function findAway({ name }: Specialist, scope: TurnScope): Promise<void> {
  if (scope.away.has(name)) return;
  const own = scope.connected.list.filter(({ of }) => of.settings.specialists.includes(name));
  scope.away.set(name, own.length === 0 ? [] : await connectionsAway(own.map(({ of }) => of)));
}
