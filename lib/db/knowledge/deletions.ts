import { eq } from 'drizzle-orm';
import { deletions } from '@/drizzle/schema/deletions';
import { users } from '@/drizzle/schema/identity';
import type { DocumentTraces } from '@/lib/shared/deletions';
import { db, type Transaction } from '../client';

/** Keeps that a document is being deleted, with what there is of it. */
export async function createDeletion(
  tx: Transaction,
  deletion: { documentId: string; visibility: string; before: DocumentTraces; by: string | null },
): Promise<void> {
  const { by, ...rest } = deletion;
  await tx
    .insert(deletions)
    .values({ ...rest, deletedBy: by })
    .onConflictDoNothing();
}

/** Keeps what there still is of a deleted document: nothing, when all went well. */
export async function completeDeletion(documentId: string, after: DocumentTraces): Promise<void> {
  await db().update(deletions).set({ after }).where(eq(deletions.documentId, documentId));
}

/** A deletion with the name of who did it; null when there was none. */
export async function findDeletion(documentId: string) {
  const [row] = await db()
    .select({ deletion: deletions, name: users.name, email: users.email })
    .from(deletions)
    .leftJoin(users, eq(users.id, deletions.deletedBy))
    .where(eq(deletions.documentId, documentId));
  return row ? { ...row.deletion, by: row.name ?? row.email } : null;
}
