import { desc, eq } from 'drizzle-orm';
import { mails } from '@/drizzle/schema/identity';
import { db } from './client';

export type Mail = typeof mails.$inferSelect;

export async function createMail(mail: typeof mails.$inferInsert): Promise<void> {
  await db().insert(mails).values(mail);
}

export async function updateMail(
  id: string,
  change: Partial<Pick<Mail, 'state' | 'error' | 'body'>>,
): Promise<void> {
  await db().update(mails).set(change).where(eq(mails.id, id));
}

export async function findMail(id: string): Promise<Mail | null> {
  const [mail] = await db().select().from(mails).where(eq(mails.id, id)).limit(1);
  return mail ?? null;
}

/** The mails of the outbox, newest first. */
export async function listMails(limit = 200): Promise<Mail[]> {
  return db().select().from(mails).orderBy(desc(mails.createdAt)).limit(limit);
}
