import { and, asc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/drizzle/schema/identity';
import { chunkEdits, chunks, documents, documentVersions } from '@/drizzle/schema/knowledge';
import type { Principal } from '@/lib/auth/principal';
import { personName } from '@/lib/db/identity/person-name';
import { pageAreaSchema } from '@/lib/shared/chunks';
import { db, type Executor, type Transaction } from '../client';
import { batches } from './batches';
import { addVectors, type ChunkVector } from './chunk-vectors';
import { readableBy } from './documents';

export type ChunkRow = typeof chunks.$inferSelect;
/** A chunk before it has a place: which version and document it is of, and where in it. */
export type NewChunk = Omit<typeof chunks.$inferInsert, 'documentId' | 'versionId' | 'seq'>;

interface Owner {
  versionId: string;
  documentId: string;
}

/** Puts these chunks, with their vectors, in the place of all that the version had; none removes them. */
export async function replaceChunks(
  tx: Transaction,
  { versionId, documentId }: Owner,
  replacements: NewChunk[],
  vectors: ChunkVector[] = [],
): Promise<void> {
  await tx.delete(chunks).where(eq(chunks.versionId, versionId));
  for (const batch of batches(replacements)) {
    await tx.insert(chunks).values(batch.map((chunk) => ({ ...chunk, versionId, documentId })));
  }
  await addVectors(tx, versionId, vectors);
}

/** Where a chunk's text stands, as the row keeps it. */
export const boxesSchema = z.array(pageAreaSchema);

/** A chunk that answers, with its document's title and its version, if the principal may read it. */
export async function findLiveChunk(principal: Principal, chunkId: string) {
  const [row] = await db()
    .select({ chunk: chunks, document: documents.title, version: documentVersions })
    .from(chunks)
    .innerJoin(documents, eq(documents.liveVersionId, chunks.versionId))
    .innerJoin(documentVersions, eq(documentVersions.id, chunks.versionId))
    .where(and(eq(chunks.id, chunkId), eq(chunks.isDisabled, false), readableBy(principal)))
    .limit(1);
  return row ?? null;
}

/** A version's chunks that were read as the same text, locked until the transaction ends. */
export async function lockChunks(
  tx: Transaction,
  versionId: string,
  originalHash: string,
): Promise<ChunkRow[]> {
  return tx
    .select()
    .from(chunks)
    .where(and(eq(chunks.versionId, versionId), eq(chunks.originalHash, originalHash)))
    .for('update');
}

/** Changes one chunk of a version. */
export async function updateChunk(
  tx: Transaction,
  { versionId, id }: Pick<ChunkRow, 'versionId' | 'id'>,
  changes: Partial<NewChunk>,
): Promise<void> {
  await tx
    .update(chunks)
    .set(changes)
    .where(and(eq(chunks.versionId, versionId), eq(chunks.id, id)));
}

/** Adds a chunk at a place, before those that stood there. */
export async function insertChunk(
  tx: Transaction,
  owner: Owner,
  seq: number,
  chunk: NewChunk,
): Promise<void> {
  await tx
    .update(chunks)
    .set({ seq: sql`${chunks.seq} + 1` })
    .where(and(eq(chunks.versionId, owner.versionId), gte(chunks.seq, seq)));
  await tx.insert(chunks).values({ ...chunk, ...owner, seq });
}

/** The place after the last chunk of a page, or of the version, and a section that none has. */
export async function findEnd(
  tx: Transaction,
  versionId: string,
  page: number | null,
): Promise<{ seq: number; section: number }> {
  const isBefore = page === null ? sql`true` : sql`${chunks.page} <= ${page}`;
  const [row] = await tx
    .select({
      seq: sql<number>`coalesce(max(${chunks.seq}) filter (where ${isBefore}), -1)::int + 1`,
      section: sql<number>`coalesce(max(${chunks.section}), -1)::int + 1`,
    })
    .from(chunks)
    .where(eq(chunks.versionId, versionId));
  return row ?? { seq: 0, section: 0 };
}

/** All chunks of a version, in reading order. */
export async function listAllChunks(executor: Executor, versionId: string): Promise<ChunkRow[]> {
  return executor
    .select()
    .from(chunks)
    .where(eq(chunks.versionId, versionId))
    .orderBy(asc(chunks.seq));
}

/** Texts of a version's chunks by their place; places without a chunk that can be found are absent. */
export async function listChunkTexts(
  versionId: string,
  places: number[],
): Promise<Map<number, string>> {
  const rows = await db()
    .select({ seq: chunks.seq, text: chunks.text })
    .from(chunks)
    .where(
      and(
        eq(chunks.versionId, versionId),
        inArray(chunks.seq, places),
        eq(chunks.isDisabled, false),
      ),
    )
    .orderBy(asc(chunks.seq));
  return new Map(rows.map((row) => [row.seq, row.text]));
}

interface ChunkSlice {
  /** Only those that stand on this page, or on none: what a person adds need not have one. */
  page?: number;
  /** From this place on. */
  from?: number;
  /** Without those that were switched off. */
  onlyEnabled?: boolean;
  limit: number;
}

/** A version's chunks in reading order, each with the edit that made it what it is, and its author. */
export async function listChunks(
  versionId: string,
  { page, from = 0, onlyEnabled = false, limit }: ChunkSlice,
) {
  const onPage: SQL | undefined =
    page === undefined
      ? undefined
      : sql`(${chunks.page} is null or ${page} between ${chunks.page} and coalesce(${chunks.pageTo}, ${chunks.page}))`;
  const isEnabled = onlyEnabled ? eq(chunks.isDisabled, false) : undefined;
  return selectWithEdit()
    .where(and(eq(chunks.versionId, versionId), gte(chunks.seq, from), onPage, isEnabled))
    .orderBy(asc(chunks.seq))
    .limit(limit);
}

/** One chunk of a version, with its edit and that edit's author; null when it is not there. */
export async function findChunkWithEdit(versionId: string, chunkId: string) {
  const [row] = await selectWithEdit()
    .where(and(eq(chunks.versionId, versionId), eq(chunks.id, chunkId)))
    .limit(1);
  return row ?? null;
}

function selectWithEdit() {
  return db()
    .select({
      chunk: chunks,
      edit: chunkEdits,
      editor: personName(users),
    })
    .from(chunks)
    .leftJoin(chunkEdits, eq(chunkEdits.id, chunks.editId))
    .leftJoin(users, eq(users.id, chunkEdits.editedBy));
}
export type ChunkWithEdit = NonNullable<Awaited<ReturnType<typeof findChunkWithEdit>>>;

/** How many chunks of a version can be found. */
export async function countEnabledChunks(tx: Transaction, versionId: string): Promise<number> {
  return tx.$count(chunks, and(eq(chunks.versionId, versionId), eq(chunks.isDisabled, false)));
}

/** Removes one chunk of a version. */
export async function deleteChunk(
  tx: Transaction,
  versionId: string,
  chunkId: string,
): Promise<void> {
  await tx.delete(chunks).where(and(eq(chunks.versionId, versionId), eq(chunks.id, chunkId)));
}
