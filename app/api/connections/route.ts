import { route } from '@/lib/http/route';
import { createConnection } from '@/lib/operations/create-connection';
import { viewConnections } from '@/lib/operations/view-connection';
import { newConnectionSchema } from '@/lib/shared/connections';

/** Every outside system that is connected, and the commands that MCP servers may be run by. */
export const GET = route({ permission: 'tool:manage' }, async () => {
  return Response.json(await viewConnections());
});

/** Connects another one. */
export const POST = route(
  { permission: 'tool:manage', body: newConnectionSchema, maxJsonBytes: 10_000_000 },
  async ({ principal, body }) => {
    return Response.json({ id: await createConnection(principal.id, body) }, { status: 201 });
  },
);
