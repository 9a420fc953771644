import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { cases } from '@/drizzle/schema/cases';
import { actions, conversations, messages, turns } from '@/drizzle/schema/conversations';
import { users } from '@/drizzle/schema/identity';
import { ofOwnTeams } from '@/lib/auth/own-teams';
import type { Principal } from '@/lib/auth/principal';
import { operatorReasonOf, storedPreviewSchema } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { storedParts } from '@/lib/db/conversations/messages';
import { personName } from '@/lib/db/identity/person-name';
import type { Approval } from '@/lib/shared/actions';
import { shownText } from '@/lib/shown-text';

/** At most so many are shown; the oldest come first, so none waits unseen for ever. */
const limit = 200;

/** The actions that wait for an operator of the principal's teams (of any, for an admin). */
export async function listApprovals(principal: Principal): Promise<Approval[]> {
  const rows = await db()
    .select({
      action: actions,
      kind: conversations.participantKind,
      name: personName(users),
      asked: messages.parts,
      caseId: cases.id,
    })
    .from(actions)
    .innerJoin(conversations, eq(conversations.id, actions.conversationId))
    .innerJoin(turns, eq(turns.id, actions.turnId))
    .leftJoin(users, eq(users.id, conversations.participantId))
    .leftJoin(
      messages,
      and(
        eq(messages.conversationId, actions.conversationId),
        eq(messages.id, turns.userMessageId),
      ),
    )
    .leftJoin(
      cases,
      and(
        eq(cases.conversationId, actions.conversationId),
        ne(cases.state, 'closed'),
        ofOwnTeams(principal, cases.teamId),
      ),
    )
    .where(
      and(
        eq(actions.state, 'awaiting-operator'),
        sql`${actions.expiresAt} > now()`,
        ofOwnTeams(principal, actions.teamId),
      ),
    )
    .orderBy(asc(actions.createdAt))
    .limit(limit);
  return rows.map(({ action, kind, name, asked, caseId }) => {
    const { title, fields } = storedPreviewSchema.parse(action.preview);
    return {
      id: action.id,
      conversationId: action.conversationId,
      caseId,
      teamId: action.teamId ?? '',
      specialist: action.specialist,
      title,
      fields,
      reason: operatorReasonOf(action),
      participant: { kind, name },
      askedFor: asked ? shownText(textOf(asked)) : '',
      isOwn: action.principalId === principal.id,
      createdAt: action.createdAt.toISOString(),
      expiresAt: action.expiresAt.toISOString(),
    };
  });
}

function textOf(parts: unknown): string {
  return storedParts({ parts })
    .flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join('\n');
}
