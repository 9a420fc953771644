import path from 'node:path';
import { Readable } from 'node:stream';
import { removeDocument } from '@/knowledge/documents/delete-document';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { showProgress } from '../../progress-bar';
import { waitForDocument } from '../../wait-for-document';
import type { SetPassage } from '../retrieval-set';

/** Files that are read at once. */
const parallel = 4;

/** A desk whose documents are the passages of a corpus, one each. */
interface CorpusDesk {
  /** The passages that a document holds; several where they are word for word the same. */
  passagesOf: (documentId: string) => string[];
  /** Deletes the documents of these passages. */
  remove: (passageIds: Set<string>) => Promise<void>;
}

/**
 * Takes a corpus in as people's documents are: uploaded, read and indexed. A worker must run.
 * @throws Error when a passage does not become ready.
 */
export async function openCorpusDesk(corpus: SetPassage[]): Promise<CorpusDesk> {
  const passages = new Map<string, string[]>();
  const waiting = [...corpus];
  const bars = showProgress();
  const takeTurns = async () => {
    for (let passage = waiting.shift(); passage; passage = waiting.shift()) {
      const id = await takeIn(passage);
      passages.set(id, [...(passages.get(id) ?? []), passage.id]);
      const done = corpus.length - waiting.length;
      bars.update('documents', done / corpus.length, `${done} of ${corpus.length}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, takeTurns));
  bars.clear();
  return {
    passagesOf: (documentId) => passages.get(documentId) ?? [],
    remove: async (passageIds) => {
      for (const [documentId, ids] of passages) {
        if (ids.every((id) => passageIds.has(id))) await removeDocument(documentId, null);
      }
    },
  };
}

async function takeIn({ id, title, text }: SetPassage): Promise<string> {
  const filename = `${path.basename(id)}.txt`;
  const stream = Readable.from([text]);
  const upload = { principal: null, filename, title, visibility: 'public' } as const;
  const uploaded = await uploadDocument({ ...upload, stream });
  const { status, error } = await waitForDocument(uploaded.id, () => undefined);
  if (status !== 'ready') throw new Error(`${filename} was not read: ${error?.message}`);
  return uploaded.id;
}
