import type { Conversation } from '@/lib/db/conversations/conversations';
import { findUser } from '@/lib/db/identity/users';
import type { Principal } from './principal';
import { toGuest, toPrincipal } from './to-principal';

/**
 * The person a conversation is with, with the rights they have now: for work that goes on
 * without a request of theirs. Null when their account is gone or disabled.
 */
export async function findParticipant(conversation: Conversation): Promise<Principal | null> {
  const { participantKind, participantId, locale } = conversation;
  if (participantKind === 'guest') return toGuest(participantId, locale);
  const user = await findUser(participantId);
  return user && !user.disabledAt ? toPrincipal(user, locale) : null;
}
