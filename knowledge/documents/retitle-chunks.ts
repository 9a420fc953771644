import type { Transaction } from '@/lib/db/client';
import { listAllChunks, updateChunk } from '@/lib/db/knowledge/chunks';
import { sparseColumn } from '../ingest/encode-chunks';

/** Weighs a version's chunks anew after its document got another title: search looks at it, too. */
export async function retitleChunks(
  tx: Transaction,
  versionId: string,
  title: string,
): Promise<void> {
  for (const chunk of await listAllChunks(tx, versionId)) {
    await updateChunk(tx, chunk, sparseColumn(title, chunk));
  }
}
