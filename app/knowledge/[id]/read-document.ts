import type { ReaderTarget } from '@/app/_ui/document/reader/reader';
import type { Principal } from '@/lib/auth/principal';
import { findChunkWithEdit } from '@/lib/db/chunks';
import { type DocumentRow, requireDocument } from '@/lib/db/documents';
import { AppError } from '@/lib/errors';

/** A document that this person may read; null where there is none, as after its deletion. */
export async function readDocument(principal: Principal, id: string): Promise<DocumentRow | null> {
  try {
    return await requireDocument(principal, id);
  } catch (error) {
    if (AppError.is(error) && error.code === 'not_found') return null;
    throw error;
  }
}

/** Where the passage stands that an address leads to, in the version that answers. */
export async function findTarget(
  { live }: DocumentRow,
  chunkId: string | undefined,
): Promise<ReaderTarget | null> {
  if (!chunkId) return null;
  const found = live ? await findChunkWithEdit(live.id, chunkId) : null;
  return { chunkId, seq: found?.chunk.seq ?? null, page: found?.chunk.page ?? null };
}
