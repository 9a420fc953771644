import { cancelIngestion } from '@/knowledge/documents/cancel-ingestion';
import { toDocumentView } from '@/knowledge/documents/document-view';
import { route } from '@/lib/http/route';
import { documentParams as params } from '../params';

/** Stops the reading of a document's newest version. */
export const POST = route(
  { permission: 'document:manage', params },
  async ({ principal, params: { id } }) =>
    Response.json(toDocumentView(await cancelIngestion(principal, id), principal.locale)),
);
