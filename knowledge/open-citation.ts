import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { findChunk, listChunkTexts } from '@/lib/db/chunks';
import { notFound } from '@/lib/errors';
import type { CitedPassage } from '@/lib/shared/documents';

/**
 * The passage an answer stands on, with its neighbours. Who may read it is decided anew: the
 * document may have been withdrawn since the answer.
 * @throws AppError `not_found`
 */
export async function openCitation(principal: Principal, chunkId: string): Promise<CitedPassage> {
  const chunk = await findChunk(chunkId, readableVisibilities(principal));
  if (!chunk) throw notFound();
  const { seq, ...passage } = chunk;
  const around = await listChunkTexts(chunk.documentId, [seq - 1, seq + 1]);
  return { ...passage, before: around.get(seq - 1) ?? '', after: around.get(seq + 1) ?? '' };
}
