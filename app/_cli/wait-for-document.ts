import { setTimeout } from 'node:timers/promises';
import { toDocumentView } from '@/knowledge/documents/document-view';
import { findDocument } from '@/lib/db/knowledge/documents';
import type { DocumentView } from '@/lib/shared/documents';
import { CommandProblem } from './command-problem';

const pollMs = 100;

/**
 * Waits until a document is ready or refused.
 * @param onProgress is told how far it is, 0 to 1, and what is being done.
 * @throws CommandProblem when it is deleted meanwhile.
 */
export async function waitForDocument(
  id: string,
  onProgress: (progress: number, state: string) => void,
): Promise<DocumentView> {
  for (;;) {
    const row = await findDocument(id);
    if (!row) throw new CommandProblem('The document was deleted while it was being read.');
    const { status, progress } = row.latest;
    if (status === 'ready' || status === 'failed') return toDocumentView(row, 'en');
    onProgress(progress, status);
    await setTimeout(pollMs);
  }
}
