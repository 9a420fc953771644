import { requireDeletion } from '@/knowledge/documents/delete-document';
import { route } from '@/lib/http/route';
import { documentParams as params } from '../params';

/** That a document was deleted: what there was of it before and after. */
export const GET = route(
  { permission: 'document:list', params },
  async ({ principal, params: { id } }) => Response.json(await requireDeletion(principal, id)),
);
