/**
 * The thread that holds an embedded index, started by `IndexThread`. It reads Postgres by a
 * connection of its own, so that neither loading nor searching takes time of the thread that
 * answers people.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { CopiedChunks } from './copied-chunks';
import { EmbeddedIndex } from './embedded-index';
import type { IndexReply, IndexRequest, Numbered, ThreadSetup } from './embedded-messages';
import { ReadyChunks } from './ready-chunks';

const { databaseUrl, embeddings }: ThreadSetup = workerData;
const ready = new ReadyChunks(databaseUrl, embeddings);
let index = new EmbeddedIndex();

async function fill(): Promise<void> {
  const filled = new EmbeddedIndex();
  const chunks = new CopiedChunks();
  await ready.copy((bytes) => filled.addNew(chunks.read(bytes)));
  index = filled;
}

/** Everything is read before anything is changed: searches go on with what there was. */
async function reload(documentIds: string[]): Promise<void> {
  const pieces: Buffer[] = [];
  await ready.copy((bytes) => pieces.push(bytes), documentIds);
  const chunks = new CopiedChunks();
  const all = pieces.values().flatMap((bytes) => chunks.read(bytes));
  index.replaceDocuments(documentIds, all);
}

async function answer(request: IndexRequest): Promise<IndexReply> {
  if (request.type === 'search') return { type: 'found', result: index.search(request.query) };
  if (request.type === 'count') return { type: 'counted', count: index.count(request.documentId) };
  if (request.type === 'fill') await fill();
  else await reload(request.documentIds);
  return { type: 'loaded' };
}

parentPort?.on('message', async ({ number, ...request }: Numbered<IndexRequest>) => {
  const reply = await answer(request).catch((error: unknown): IndexReply => {
    return { type: 'failed', error };
  });
  parentPort?.postMessage({ ...reply, number });
});
