import { z } from 'zod';
import { route } from '@/lib/http/route';
import { refreshConnection } from '@/lib/operations/refresh-connection';

/** Asks an MCP server again what it offers. */
export const POST = route(
  { permission: 'tool:manage', params: z.object({ id: z.string() }) },
  async ({ params }) => {
    await refreshConnection(params.id);
    return new Response(null, { status: 204 });
  },
);
