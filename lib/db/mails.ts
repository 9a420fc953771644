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

/** The mails of the outbox, newest first. */
export async function listMails(limit = 200): Promise<Mail[]> {
  return db().select().from(mails).orderBy(desc(mails.createdAt)).limit(limit);
}
