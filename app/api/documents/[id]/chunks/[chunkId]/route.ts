import { z } from 'zod';
import { changeChunk, undoChunkEdit } from '@/knowledge/documents/change-chunk';
import { route } from '@/lib/http/route';
import { chunkChangesSchema } from '@/lib/shared/chunks';

const params = z.object({ id: z.string(), chunkId: z.string() });

/** Gives a passage other words, or switches it off or on. */
export const PATCH = route(
  { permission: 'document:manage', params, body: chunkChangesSchema },
  async ({ principal, params: { id, chunkId }, body }) =>
    Response.json(await changeChunk(principal, id, chunkId, body)),
);

/** Takes back what a person did to a passage; one that a person added goes. */
export const DELETE = route(
  { permission: 'document:manage', params },
  async ({ principal, params: { id, chunkId } }) => {
    await undoChunkEdit(principal, id, chunkId);
    return new Response(null, { status: 204 });
  },
);
