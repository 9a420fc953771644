import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { boxesSchema, findLiveChunk, listChunkTexts } from '@/lib/db/chunks';
import { notFound } from '@/lib/errors';
import type { CitedPassage } from '@/lib/shared/chunks';

/**
 * The passage an answer stands on, with its neighbours. Who may read it is decided anew: the
 * document may have been withdrawn since the answer.
 * @throws AppError `not_found`, also when the version that answers now says something else
 */
export async function openCitation(principal: Principal, chunkId: string): Promise<CitedPassage> {
  const found = await findLiveChunk(chunkId, readableVisibilities(principal));
  if (!found) throw notFound();
  const { documentId, versionId, seq, page, headingPath, text } = found.chunk;
  const around = await listChunkTexts(versionId, [seq - 1, seq + 1]);
  return {
    ...{ documentId, document: found.document, page, headingPath, text },
    boxes: boxesSchema.parse(found.chunk.boxes),
    before: around.get(seq - 1) ?? '',
    after: around.get(seq + 1) ?? '',
  };
}
