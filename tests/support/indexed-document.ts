import { chunks, documents } from '@/drizzle/schema/knowledge';
import { encodeDocument } from '@/knowledge/sparse';
import { markChunksChanged } from '@/knowledge/store/index-changes';
import { indexStore } from '@/knowledge/store/index-store';
import type { Visibility } from '@/lib/auth/visibility';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';

interface Spec {
  title?: string;
  visibility?: Visibility;
  /** One chunk each. */
  texts: string[];
  /** Makes their vectors, where the test is about embeddings. */
  dense?: (texts: string[]) => Promise<number[][]> | undefined;
}

/** Stores a ready document with these chunks and indexes it, as the end of an ingestion does. */
export async function addIndexedDocument(spec: Spec): Promise<string> {
  const { title = 'Handbook', visibility = 'public', texts } = spec;
  const vectors = await spec.dense?.(texts);
  const documentId = newId();
  const rows = texts.map((text, seq) => ({
    id: newId(),
    documentId,
    seq,
    text,
    headingPath: [],
    page: seq + 1,
    pageTo: seq + 1,
    dense: vectors?.[seq] ?? null,
    sparse: encodeDocument({ title, headingPath: [], text }),
  }));
  await db().transaction(async (tx) => {
    await tx.insert(documents).values({
      id: documentId,
      title,
      filename: `${title}.txt`,
      bytes: 1,
      sha256: documentId,
      visibility,
      status: 'ready',
    });
    await tx.insert(chunks).values(
      rows.map(({ sparse, ...row }) => ({
        ...row,
        sparseIndices: sparse.indices,
        sparseValues: sparse.values,
      })),
    );
    await markChunksChanged(tx, documentId);
  });
  await indexStore().upsertChunks(
    rows.map(({ id, sparse, dense }) => ({ chunkId: id, documentId, visibility, sparse, dense })),
  );
  return documentId;
}
