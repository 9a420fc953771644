import { z } from 'zod';
import { team } from '@/agents/team';
import { builtInTools } from '@/agents/tools/built-in-tools';
import { route } from '@/lib/http/route';
import { changeConnection, removeConnection } from '@/lib/operations/change-connection';
import { viewConnection } from '@/lib/operations/view-connection';
import { connectionChangeSchema } from '@/lib/shared/connections';

const params = z.object({ id: z.string() });

async function view(id: string): Promise<Response> {
  const specialists = team().specialists.map(({ name, titles }) => ({ name, titles }));
  return Response.json({ ...(await viewConnection(id, builtInTools())), specialists });
}

/** One connection with everything that it offers, and who has it. */
export const GET = route({ permission: 'tool:manage', params }, ({ params }) => view(params.id));

/** Changes it; what is not named stays. */
export const PATCH = route(
  { permission: 'tool:manage', params, body: connectionChangeSchema, maxJsonBytes: 10_000_000 },
  async ({ principal, params, body }) => {
    await changeConnection(principal.id, params.id, body);
    return await view(params.id);
  },
);

/** Takes it away, and its tools from all specialists. */
export const DELETE = route(
  { permission: 'tool:manage', params },
  async ({ principal, params }) => {
    await removeConnection(principal.id, params.id);
    return new Response(null, { status: 204 });
  },
);
