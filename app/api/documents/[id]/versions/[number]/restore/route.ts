import { z } from 'zod';
import { toDocumentView } from '@/knowledge/documents/document-view';
import { restoreVersion } from '@/knowledge/documents/restore-version';
import { route } from '@/lib/http/route';

const params = z.object({ id: z.string(), number: z.coerce.number().int().positive() });

/** Hands an earlier version in again, as the newest. */
export const POST = route(
  { permission: 'document:manage', params },
  async ({ principal, params: { id, number } }) => {
    const row = await restoreVersion(principal, id, number);
    return Response.json(toDocumentView(row, principal.locale), { status: 202 });
  },
);
