import { and, eq, inArray } from 'drizzle-orm';
import { actions, conversations } from '@/drizzle/schema/conversations';
import { db } from '@/lib/db/client';

/**
 * Makes the conversations that a guest had in this browser those of the customer who has just
 * signed in, with the actions that still wait for a decision. Returns how many there were.
 */
export async function claimConversations(input: {
  guestId: string;
  userId: string;
}): Promise<number> {
  return db().transaction(async (tx) => {
    const claimed = await tx
      .update(conversations)
      .set({ participantKind: 'customer', participantId: input.userId })
      .where(
        and(
          eq(conversations.participantKind, 'guest'),
          eq(conversations.participantId, input.guestId),
        ),
      )
      .returning({ id: conversations.id });
    const ids = claimed.map((conversation) => conversation.id);
    if (ids.length > 0) {
      await tx
        .update(actions)
        .set({ principalId: input.userId })
        .where(and(inArray(actions.conversationId, ids), eq(actions.state, 'proposed')));
    }
    return ids.length;
  });
}
