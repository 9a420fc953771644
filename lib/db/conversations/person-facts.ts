import { and, asc, eq, sql } from 'drizzle-orm';
import { personFacts } from '@/drizzle/schema/person-facts';
import { newId } from '@/lib/ids';
import { mostFacts, type PersonFact } from '@/lib/shared/account';
import { db } from '../client';

/** What a signed-in person wants remembered, the oldest first. */
export async function listPersonFacts(userId: string): Promise<PersonFact[]> {
  const rows = await db()
    .select({ id: personFacts.id, text: personFacts.text, createdAt: personFacts.createdAt })
    .from(personFacts)
    .where(eq(personFacts.userId, userId))
    .orderBy(asc(personFacts.createdAt), asc(personFacts.id))
    .limit(mostFacts);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

interface NewFact {
  userId: string;
  text: string;
  /** Where they said it; null when that is not known. */
  conversationId: string | null;
  turnId: string;
}

/** Remembers it; `known` when it is remembered already, `full` when there is no room for more. */
export async function addPersonFact(fact: NewFact): Promise<'ok' | 'known' | 'full'> {
  const { userId, text, conversationId, turnId } = fact;
  const mine = eq(personFacts.userId, userId);
  const [state] = await db()
    .select({
      count: sql<number>`count(*)::int`,
      isKnown: sql<boolean>`coalesce(bool_or(${personFacts.text} = ${text}), false)`,
    })
    .from(personFacts)
    .where(mine);
  if (state?.isKnown) return 'known';
  if ((state?.count ?? 0) >= mostFacts) return 'full';
  await db()
    .insert(personFacts)
    .values({ id: newId(), userId, text, conversationId, turnId })
    .onConflictDoNothing();
  return 'ok';
}

/** Erases one of a person's facts; false when it is not theirs, or gone. */
export async function erasePersonFact(userId: string, id: string): Promise<boolean> {
  const erased = await db()
    .delete(personFacts)
    .where(and(eq(personFacts.userId, userId), eq(personFacts.id, id)))
    .returning({ id: personFacts.id });
  return erased.length > 0;
}

/** Erases everything that is remembered of a person. */
export async function eraseAllPersonFacts(userId: string): Promise<void> {
  await db().delete(personFacts).where(eq(personFacts.userId, userId));
}
