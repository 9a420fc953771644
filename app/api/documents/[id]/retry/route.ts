import { toDocumentView } from '@/knowledge/documents/document-view';
import { retryIngestion } from '@/knowledge/documents/retry-ingestion';
import { route } from '@/lib/http/route';
import { documentParams as params } from '../params';

/** Has a failed or cancelled document read again. */
export const POST = route(
  { permission: 'document:manage', params },
  async ({ principal, params: { id } }) =>
    Response.json(toDocumentView(await retryIngestion(principal, id), principal.locale)),
);
