import { refreshIndex } from '@/knowledge/store/refresh-index';
import type { Job } from './job';

/** Brings an outside index to what Postgres says of a document. */
export const refreshIndexJob: Job<'refresh-index'> = ({ documentId }) => refreshIndex(documentId);
