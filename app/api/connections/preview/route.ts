import { route } from '@/lib/http/route';
import { previewDocument } from '@/lib/operations/preview-document';
import { previewRequestSchema } from '@/lib/shared/connections';

/** What an OpenAPI document holds; nothing is stored. */
export const POST = route(
  { permission: 'tool:manage', body: previewRequestSchema, maxJsonBytes: 10_000_000 },
  async ({ body }) => Response.json(previewDocument(body.document)),
);
