import type { DocumentView } from '@/lib/shared/documents';
import { ReadingProgress } from './reading-progress';
import { SettledStatus } from './settled-status';

/** How far a document has come; for one that failed, why and what to do. */
export function DocumentStatus({ document }: { document: DocumentView }) {
  const { status } = document;
  if (status === 'ready' || status === 'failed') return <SettledStatus document={document} />;
  return <ReadingProgress document={document} />;
}
