import { listVersionViews } from '@/knowledge/documents/list-version-views';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { route } from '@/lib/http/route';
import { receiveDocument } from '../../receive-document';
import { documentParams as params } from '../params';

/** A document's versions, newest first. */
export const GET = route(
  { permission: 'document:list', params },
  async ({ principal, params: { id } }) =>
    Response.json({ versions: await listVersionViews(principal, id) }),
);

/** Takes a new version: multipart `file`. The old one answers until the new one is ready. */
export const POST = route(
  { permission: 'document:manage', params },
  async ({ request, principal, params: { id } }) => {
    const { visibility } = await requireDocument(principal, id);
    return receiveDocument({ request, principal }, { replaces: id, visibility });
  },
);
