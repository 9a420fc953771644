import { failDocument, ingestDocument } from '@/knowledge/ingest';
import type { Job } from './job';

/** Makes an uploaded document searchable; gives it up when our own faults do not end. */
export const ingestDocumentJob: Job<'ingest-document'> = async (
  { documentId },
  { signal, isLastTry },
) => {
  try {
    await ingestDocument(documentId, { signal });
  } catch (error) {
    if (isLastTry && !signal.aborted) await failDocument(documentId, 'internal');
    throw error;
  }
};
