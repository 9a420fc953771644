import { visibilitySchema } from '@/lib/auth/visibility';
import { type NewChunk, replaceChunks } from '@/lib/db/chunks';
import { db } from '@/lib/db/client';
import { type DocumentRow, findDocument, updateDocument } from '@/lib/db/documents';
import { replaceElements } from '@/lib/db/elements';
import { storedFilePath } from '@/lib/files/stored-file';
import { log } from '@/lib/log';
import type { DocumentFailure } from '@/lib/shared/documents';
import { chunkElements } from './chunk';
import { encodeChunks, toIndexed } from './encode-chunks';
import { IngestProgress } from './ingest-progress';
import { parseInChild } from './parse-in-child';
import { DocumentError } from './parsers/document-error';
import type { ParsedDocument } from './parsers/parsed-document';
import { markChunksChanged } from './store/index-changes';
import { indexStore } from './store/index-store';
import { titleOfFile } from './upload-document';

/** Chunks sent to the index at once. */
const indexBatch = 200;

/**
 * Makes a stored document searchable: parsing → chunking → embedding → ready, or failed with a
 * reason and nothing left of it. Safe to run again after the process died at any point, for every
 * step replaces what it left before; does nothing for a document that is ready, failed or gone.
 * @throws whatever is not the document's own fault (database or index down, `signal`): try again
 */
export async function ingestDocument(
  documentId: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const document = await findDocument(documentId);
  if (!document || document.status === 'ready' || document.status === 'failed') return;
  const startedAt = performance.now();
  try {
    const parsed = await parse(document, signal);
    const { title, rows } = await prepare(document, parsed, signal);
    signal?.throwIfAborted();
    await store({ ...document, title }, parsed, rows);
    const { format, pages } = parsed;
    const durationMs = Math.round(performance.now() - startedAt);
    log().info({
      event: 'document-ingested',
      documentId,
      format,
      pages,
      chunks: rows.length,
      durationMs,
    });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    log().info({ event: 'document-refused', documentId, failure: error.failure, err: error.cause });
    await failDocument(documentId, error.failure);
  }
}

/** Ends an ingestion: the document shows the reason, and nothing of it can be found. */
export async function failDocument(documentId: string, failure: DocumentFailure): Promise<void> {
  await db().transaction(async (tx) => {
    const changes = {
      status: 'failed',
      errorCode: failure,
      pages: null,
      chunkCount: null,
    } as const;
    if (!(await updateDocument(tx, documentId, changes))) return;
    await replaceElements(tx, documentId, []);
    await replaceChunks(tx, documentId, []);
    await markChunksChanged(tx, documentId);
  });
  await indexStore().deleteDocument(documentId);
}

async function parse(document: DocumentRow, signal?: AbortSignal): Promise<ParsedDocument> {
  const progress = new IngestProgress(document.id);
  await progress.enter('parsing');
  const request = { path: storedFilePath(document.id), filename: document.filename };
  const onProgress = (done: number, total: number) => progress.advance(done, total);
  return parseInChild(request, { signal, onProgress }).finally(() => progress.settle());
}

async function prepare(document: DocumentRow, parsed: ParsedDocument, signal?: AbortSignal) {
  const progress = new IngestProgress(document.id);
  await progress.enter('chunking');
  const chunks = chunkElements(parsed.elements);
  // A title that a person gave stays; the one made of the file's name gives way.
  const isGiven = document.title !== titleOfFile(document.filename);
  const title = (isGiven ? undefined : parsed.title?.slice(0, 300)) ?? document.title;
  await progress.enter('embedding');
  const onProgress = async (done: number, total: number) => {
    progress.advance(done, total);
    await progress.settle();
  };
  const rows = await encodeChunks({ documentId: document.id, title }, chunks, {
    onProgress,
    signal,
  });
  return { title, rows };
}

/**
 * Writes rows, then the outside index, then `ready`. A document that was deleted meanwhile stays
 * deleted, in the index as well.
 */
async function store(
  { id, title, visibility }: DocumentRow,
  { format, pages, elements }: ParsedDocument,
  rows: NewChunk[],
): Promise<void> {
  const isThere = await db().transaction(async (tx) => {
    const changes = { title, format, pages, chunkCount: rows.length };
    if (!(await updateDocument(tx, id, changes))) return false;
    await replaceElements(tx, id, elements);
    await replaceChunks(tx, id, rows);
    return true;
  });
  if (!isThere) return;
  await indexStore().deleteDocument(id);
  const label = visibilitySchema.parse(visibility);
  for (let at = 0; at < rows.length; at += indexBatch) {
    const batch = rows.slice(at, at + indexBatch);
    await indexStore().upsertChunks(batch.map((row) => toIndexed(row, id, label)));
  }
  const isReady = await db().transaction(async (tx) => {
    const changes = { status: 'ready', progress: 1, errorCode: null } as const;
    if (!(await updateDocument(tx, id, changes))) return false;
    await markChunksChanged(tx, id);
    return true;
  });
  if (!isReady) await indexStore().deleteDocument(id);
}
