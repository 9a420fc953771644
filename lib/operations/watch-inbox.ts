import { isOfTeam } from '@/lib/auth/own-teams';
import type { Principal } from '@/lib/auth/principal';
import { findAction } from '@/lib/db/actions/actions';
import { findCase, listActiveConversations } from '@/lib/db/conversations/cases';
import { subscribe } from '@/lib/events/bus';
import { log } from '@/lib/log';
import type { InboxUpdate } from '@/lib/shared/inbox';

/** What an operator sees of a conversation has changed. */
const conversationEvents = new Set(['message-added', 'message-removed', 'owner-changed']);

/**
 * Calls `send` whenever one of the principal's cases, the conversation of one that is not closed,
 * or an action that waits for their teams changes, until the returned function is called. Messages are matched in memory: one
 * more operator watching costs the database nothing per message.
 */
export async function watchInbox(
  principal: Principal,
  send: (update: InboxUpdate) => void,
): Promise<() => void> {
  const caseOf = new Map<string, string>();

  async function refreshCase(caseId: string) {
    const found = await findCase(principal, caseId);
    if (!found) return;
    if (found.state === 'closed') caseOf.delete(found.conversationId);
    else caseOf.set(found.conversationId, found.id);
    send({ caseId });
  }

  async function refreshApproval(actionId: string) {
    const action = await findAction(actionId);
    if (action && isOfTeam(principal, action.teamId)) send({ approvalId: actionId });
  }

  const stop = await subscribe((event) => {
    if (event.type === 'approval-changed') {
      refreshApproval(event.actionId).catch((err) =>
        log().error({ event: 'inbox-update-failed', actionId: event.actionId, err }),
      );
    } else if (event.type === 'case-changed') {
      refreshCase(event.caseId).catch((err) =>
        log().error({ event: 'inbox-update-failed', caseId: event.caseId, err }),
      );
    } else if (conversationEvents.has(event.type) && 'conversationId' in event) {
      const caseId = caseOf.get(event.conversationId);
      if (caseId) send({ caseId });
    }
  });
  try {
    for (const [conversationId, caseId] of await listActiveConversations(principal)) {
      caseOf.set(conversationId, caseId);
    }
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
