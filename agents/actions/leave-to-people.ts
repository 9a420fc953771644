import { and, eq } from 'drizzle-orm';
import { actions } from '@/drizzle/schema/conversations';
import { isStillAsked } from '@/lib/db/actions/action-claims';
import { type ActionRow, storedPreviewSchema } from '@/lib/db/actions/actions';
import { moveAction } from '@/lib/db/actions/move-action';
import { db } from '@/lib/db/client';
import { lockConversation } from '@/lib/db/conversations/conversations';
import { translate } from '@/lib/i18n/translate';
import { openCase } from '@/lib/operations/open-case';
import { say, showOutcome } from './tell-outcome';

/**
 * Calls people to an action of which nobody tells whether it happened: it is not asked about any
 * more, its person is told, and a case says what is to be found out. Counts once.
 */
export async function leaveToPeople({ id, conversationId, teamId }: ActionRow): Promise<void> {
  await db().transaction(async (tx) => {
    await lockConversation(tx, conversationId);
    const left = await moveAction(tx, {
      id,
      from: ['unknown'],
      to: 'unknown',
      when: and(eq(actions.state, 'unknown'), isStillAsked),
      set: { nextCheckAt: null },
      events: [{ kind: 'left-to-people' }],
    });
    if (!left) return;
    const { title, fields, locale } = storedPreviewSchema.parse(left.preview);
    await showOutcome(tx, left);
    await say(tx, left, translate(locale, 'agents.outcomes.left_to_people', { title }), [
      { type: 'data-notice', id: 'notice-escalated', data: { code: 'escalated' } },
    ]);
    const facts = fields.map(({ label, value }) => `${label}: ${value}`).join('; ');
    const summary = translate(locale, 'agents.outcomes.case', { title, facts });
    await openCase(tx, {
      conversationId,
      category: 'action-failed',
      teamId: teamId ?? undefined,
      summary,
    });
  });
}
