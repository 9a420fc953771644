import { sparseColumn } from '@/knowledge/ingest/encode-chunks';
import { hashOf } from '@/knowledge/ingest/place-chunks';
import { markChunksChanged } from '@/knowledge/store/index-changes';
import { refreshIndex } from '@/knowledge/store/refresh-index';
import { liveIndex } from '@/knowledge/store/search-indexes';
import type { Visibility } from '@/lib/auth/visibility';
import { db } from '@/lib/db/client';
import { replaceChunks } from '@/lib/db/knowledge/chunks';
import { createVersion, updateVersion } from '@/lib/db/knowledge/document-versions';
import { createDocument, updateDocument } from '@/lib/db/knowledge/documents';
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
  const made = await spec.dense?.(texts);
  const documentId = newId();
  const versionId = newId();
  const rows = texts.map((text, index) => {
    const words = { headingPath: [], text };
    return {
      id: newId(),
      ...words,
      section: index,
      page: index + 1,
      pageTo: index + 1,
      boxes: [],
      originalHash: hashOf(text),
      ...sparseColumn(title, words),
    };
  });
  const { embeddings: model } = await liveIndex();
  const vectors = rows.flatMap(({ id: chunkId }, index) => {
    const vector = made?.[index];
    return vector ? [{ chunkId, model, vector }] : [];
  });
  await db().transaction(async (tx) => {
    await createDocument(tx, { id: documentId, title, visibility });
    const file = { filename: `${title}.txt`, bytes: 1, sha256: documentId };
    await createVersion(tx, { id: versionId, documentId, ...file });
    await replaceChunks(tx, { versionId, documentId }, rows, vectors);
    await updateVersion(tx, versionId, { status: 'ready', chunkCount: rows.length });
    await updateDocument(tx, documentId, { liveVersionId: versionId });
    await markChunksChanged(tx, documentId);
  });
  await refreshIndex(documentId);
  return documentId;
}
