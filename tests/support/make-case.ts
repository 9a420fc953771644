import { randomUUID } from 'node:crypto';
import { conversations } from '@/drizzle/schema/conversations';
import { teams, users } from '@/drizzle/schema/identity';
import type { Principal, Role } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { appendMessage } from '@/lib/db/conversations/messages';
import { newId } from '@/lib/ids';
import { type NewCase, openCase } from '@/lib/operations/open-case';

/** A member of staff with a row of their own. */
export async function makeStaff(
  options: { roles?: Role[]; teamIds?: string[]; name?: string } = {},
): Promise<Principal> {
  const id = newId();
  const { roles = ['operator'], teamIds = ['support'], name = 'Olga Berg' } = options;
  const email = `${id}@desk.test`;
  await db().insert(users).values({ id, email, name, kind: 'staff', roles, teamIds });
  return { kind: 'staff', id, name, email, roles, teamIds, locale: 'en' };
}

/** A guest's conversation with their first message in it. */
export async function makeConversation(text = 'Where is my order?'): Promise<string> {
  const id = randomUUID();
  const guest = newId();
  await db().insert(conversations).values({
    id,
    participantKind: 'guest',
    participantId: guest,
    locale: 'en',
    title: text,
  });
  await saySomething(id, text);
  return id;
}

/** One more message of the person. */
export async function saySomething(conversationId: string, text: string): Promise<void> {
  await db().transaction((tx) =>
    appendMessage(tx, {
      conversationId,
      id: newId(),
      role: 'user',
      parts: [{ type: 'text', text }],
    }),
  );
}

/** An open case about a new conversation. */
export async function makeCase(
  options: Partial<NewCase> = {},
): Promise<{ caseId: string; conversationId: string }> {
  const conversationId = options.conversationId ?? (await makeConversation());
  const { teamId: id } = options;
  if (id) await db().insert(teams).values({ id, name: id }).onConflictDoNothing();
  const { caseId } = await db().transaction((tx) =>
    openCase(tx, {
      category: 'asked-for-person',
      summary: 'The guest asks for a person.',
      ...options,
      conversationId,
    }),
  );
  return { caseId, conversationId };
}
