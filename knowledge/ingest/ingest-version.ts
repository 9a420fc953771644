import { listEdits } from '@/lib/db/knowledge/chunk-edits';
import type { ChunkVector } from '@/lib/db/knowledge/chunk-vectors';
import { replaceChunks } from '@/lib/db/knowledge/chunks';
import { findVersion, updateVersion, type VersionRow } from '@/lib/db/knowledge/document-versions';
import { type DocumentRow, findDocument } from '@/lib/db/knowledge/documents';
import { replaceElements } from '@/lib/db/knowledge/elements';
import { storedFilePath } from '@/lib/files/stored-file';
import { log } from '@/lib/log';
import { type Chunk, chunkElements } from '../chunking/chunk-elements';
import { titleOfFile } from '../documents/title-of-file';
import { DocumentError } from '../parsers/document-error';
import type { ParsedDocument } from '../parsers/parsed-document';
import { readFile } from '../read-file';
import { indexVersion } from '../store/index-version';
import { forgetOthers } from '../store/refresh-index';
import { changingIndexes, modelsOf, removeFromIndexes } from '../store/search-indexes';
import { embedChunks } from './embed-chunks';
import { encodeChunks } from './encode-chunks';
import { failVersion } from './fail-version';
import { goLive, StaleMaking } from './go-live';
import { Ingestion, IngestionOver } from './ingestion';
import { placeChunks } from './place-chunks';

/** An edit or an index that comes while a version is made means making it anew, this often at most. */
const maxMakings = 5;

/**
 * Makes a stored version searchable: parsing → chunking → embedding → ready, or failed with a
 * reason and nothing left of it. Until it is ready the version before answers. Safe to run again
 * after the process died at any point, for every step replaces what it left before.
 * @throws whatever is not the document's own fault (database or index down, `signal`): try again
 */
export async function ingestVersion(
  versionId: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const version = await findVersion(versionId);
  if (!version || version.status === 'failed') return;
  if (version.status === 'ready') return forgetOthers(version.documentId);
  const startedAt = performance.now();
  let ingestion: Ingestion | undefined;
  try {
    ingestion = await Ingestion.begin(version, signal);
    const { format, pages, chunks } = await ingest(ingestion);
    await ingestion.end();
    const durationMs = Math.round(performance.now() - startedAt);
    log().info({ event: 'document-ingested', versionId, format, pages, chunks, durationMs });
  } catch (error) {
    await ingestion?.end();
    const cause = ingestion?.signal.aborted ? ingestion.signal.reason : error;
    if (cause instanceof IngestionOver) return forgetUnwanted(version);
    if (!(cause instanceof DocumentError)) throw cause;
    log().info({ event: 'document-refused', versionId, failure: cause.failure, err: cause.cause });
    return failVersion(versionId, cause.failure);
  }
  await forgetOthers(version.documentId);
}

async function ingest(ingestion: Ingestion) {
  const { version } = ingestion;
  const parsed = await parse(ingestion);
  await ingestion.enter('chunking');
  const chunks = chunkElements(parsed.elements);
  if (chunks.length === 0) throw new DocumentError('no_text');
  await ingestion.note('chunked', { chunks: chunks.length });
  await ingestion.store(async (tx) => {
    const { format, pages } = parsed;
    await updateVersion(tx, version.id, { format, pages });
    await replaceElements(tx, version.id, parsed.elements);
  });
  for (let makings = 1; ; makings += 1) {
    try {
      await make(ingestion, parsed, chunks);
      break;
    } catch (error) {
      if (!(error instanceof StaleMaking) || makings >= maxMakings) throw error;
    }
  }
  return { format: parsed.format, pages: parsed.pages, chunks: chunks.length };
}

async function parse(ingestion: Ingestion): Promise<ParsedDocument> {
  const { id, filename } = ingestion.version;
  const startedAt = performance.now();
  const request = { path: storedFilePath(id), filename };
  const onProgress = (done: number, total: number) => ingestion.advance(done, total);
  const parsed = await readFile(request, { signal: ingestion.signal, onProgress });
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  await ingestion.note('parsed', { format: parsed.format, pages: parsed.pages ?? 0, seconds });
  for (const { code, values } of parsed.notes) await ingestion.note(code, values, 'warning');
  return parsed;
}

/** Chunks with edits and vectors, in rows and in every index, then live. */
async function make(ingestion: Ingestion, parsed: ParsedDocument, chunks: Chunk[]): Promise<void> {
  const { version, signal } = ingestion;
  const { id: versionId, documentId } = version;
  await ingestion.enter('embedding');
  const document = await findDocument(documentId);
  if (!document) throw new IngestionOver();
  const title = titleOf(document, version.filename, parsed);
  const edits = await listEdits(documentId);
  const { placed, unplaced } = placeChunks(documentId, chunks, edits);
  if (edits.length > unplaced.length) {
    await ingestion.note('edits_applied', { count: edits.length - unplaced.length });
  }
  if (unplaced.length > 0) {
    await ingestion.note('edits_unplaced', { count: unplaced.length }, 'warning');
  }
  const indexes = await changingIndexes();
  const rows = await encodeChunks(title, placed, signal);
  const vectors: ChunkVector[] = [];
  for (const model of modelsOf(indexes)) {
    const onProgress = (done: number, total: number) => ingestion.advance(done, total);
    const reuseFrom = document.live?.id;
    const embedded = await embedChunks(placed, model, { reuseFrom, onProgress, signal });
    vectors.push(...embedded.vectors);
    const { reused } = embedded;
    const count = embedded.vectors.length - reused;
    if (embedded.vectors.length > 0) await ingestion.note('embedded', { count, reused });
  }
  await ingestion.store((tx) => replaceChunks(tx, { versionId, documentId }, rows, vectors));
  const { visibility } = document;
  // An earlier making, or attempt, may have put in passages that this one does not have.
  await removeFromIndexes({ documentId, versionId });
  for (const index of indexes) await indexVersion(index, { versionId, visibility }, signal);
  await ingestion.settle();
  signal.throwIfAborted();
  await goLive(version, { title, visibility, edits, indexIds: indexes.map(({ id }) => id) });
}

/** A title that a person gave stays; else the document's own, else the name of the file. */
function titleOf(document: DocumentRow, filename: string, parsed: ParsedDocument): string {
  if (document.isTitleGiven) return document.title;
  return parsed.title?.trim().slice(0, 300) || titleOfFile(filename);
}

/** What this attempt may have put into an index after those who ended the version had looked there. */
async function forgetUnwanted({ id: versionId, documentId }: VersionRow): Promise<void> {
  const version = await findVersion(versionId);
  if (version && version.status !== 'failed') return;
  await removeFromIndexes({ documentId, versionId });
}
