import type { Transaction } from '@/lib/db/client';
import { updateDocument } from '@/lib/db/documents';
import { enqueue } from '@/lib/queue';

/** Asks for a document to be read, or read anew. Asking again while that is pending changes nothing. */
export async function enqueueIngestion(tx: Transaction, documentId: string): Promise<void> {
  await updateDocument(tx, documentId, { status: 'queued', progress: 0, errorCode: null });
  await enqueue(tx, 'ingest-document', { documentId }, documentId);
}
