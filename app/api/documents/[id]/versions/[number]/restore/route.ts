import { toDocumentView } from '@/knowledge/documents/document-view';
import { restoreVersion } from '@/knowledge/documents/restore-version';
import { countFromOne } from '@/lib/http/counts';
import { route } from '@/lib/http/route';
import { documentParams } from '../../../params';

const params = documentParams.extend({ number: countFromOne });

/** Hands an earlier version in again, as the newest. */
export const POST = route(
  { permission: 'document:manage', params },
  async ({ principal, params: { id, number } }) => {
    const row = await restoreVersion(principal, id, number);
    return Response.json(toDocumentView(row, principal.locale), { status: 202 });
  },
);
