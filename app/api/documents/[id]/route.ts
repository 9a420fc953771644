import { changeDocument } from '@/knowledge/documents/change-document';
import { deleteDocument } from '@/knowledge/documents/delete-document';
import { toDocumentView } from '@/knowledge/documents/document-view';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { route } from '@/lib/http/route';
import { documentChangesSchema } from '@/lib/shared/documents';
import { documentParams as params } from './params';

/** How far a document has come, or why it failed. */
export const GET = route(
  { permission: 'document:list', params },
  async ({ principal, params: { id } }) =>
    Response.json(toDocumentView(await requireDocument(principal, id), principal.locale)),
);

/** Changes a document's title or readers. */
export const PATCH = route(
  { permission: 'document:manage', params, body: documentChangesSchema },
  async ({ principal, params: { id }, body }) =>
    Response.json(toDocumentView(await changeDocument(principal, id, body), principal.locale)),
);

/** Deletes a document with everything made of it; answers with what there was and what is left. */
export const DELETE = route(
  { permission: 'document:manage', params },
  async ({ principal, params: { id } }) => Response.json(await deleteDocument(principal, id)),
);
