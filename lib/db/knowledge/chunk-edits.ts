import { and, asc, eq, isNotNull, notExists } from 'drizzle-orm';
import { chunkEdits, chunks } from '@/drizzle/schema/knowledge';
import { db, type Executor, type Transaction } from '../client';

export type ChunkEdit = typeof chunkEdits.$inferSelect;

/** What people changed about a document's chunks, oldest first. */
export async function listEdits(
  documentId: string,
  executor: Executor = db(),
): Promise<ChunkEdit[]> {
  return executor
    .select()
    .from(chunkEdits)
    .where(eq(chunkEdits.documentId, documentId))
    .orderBy(asc(chunkEdits.editedAt), asc(chunkEdits.id));
}

/** Edits of chunks that this version does not have: their text is gone or reads otherwise. */
export async function listUnplacedEdits(
  documentId: string,
  versionId: string,
): Promise<ChunkEdit[]> {
  const placed = db()
    .select()
    .from(chunks)
    .where(and(eq(chunks.versionId, versionId), eq(chunks.editId, chunkEdits.id)));
  return db()
    .select()
    .from(chunkEdits)
    .where(
      and(
        eq(chunkEdits.documentId, documentId),
        isNotNull(chunkEdits.originalHash),
        notExists(placed),
      ),
    )
    .orderBy(asc(chunkEdits.editedAt));
}

/** Keeps an edit, in the place of an earlier one with its id. */
export async function saveEdit(
  tx: Transaction,
  edit: Omit<typeof chunkEdits.$inferInsert, 'editedAt'>,
): Promise<ChunkEdit> {
  const [row] = await tx
    .insert(chunkEdits)
    .values(edit)
    .onConflictDoUpdate({
      target: chunkEdits.id,
      set: {
        text: edit.text ?? null,
        isDisabled: edit.isDisabled ?? false,
        editedBy: edit.editedBy,
        editedAt: new Date(),
      },
    })
    .returning();
  if (!row) throw new Error('the edit was not kept');
  return row;
}

export async function findEdit(
  executor: Executor,
  documentId: string,
  id: string,
): Promise<ChunkEdit | null> {
  const [row] = await executor
    .select()
    .from(chunkEdits)
    .where(and(eq(chunkEdits.documentId, documentId), eq(chunkEdits.id, id)))
    .limit(1);
  return row ?? null;
}

export async function deleteEdit(tx: Transaction, id: string): Promise<void> {
  await tx.delete(chunkEdits).where(eq(chunkEdits.id, id));
}
