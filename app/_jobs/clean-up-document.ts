import { cleanUpDocument } from '@/knowledge/documents/delete-document';
import type { Job } from './job';

/** Removes what a deleted document left outside the database. */
export const cleanUpDocumentJob: Job<'clean-up-document'> = ({ documentId, versionIds }) =>
  cleanUpDocument(documentId, versionIds);
