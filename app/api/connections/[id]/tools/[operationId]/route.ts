import { z } from 'zod';
import { team } from '@/agents/team';
import { ownToolNames } from '@/agents/tools/built-in-tools';
import { route } from '@/lib/http/route';
import { removeConnectedTool, saveConnectedTool } from '@/lib/operations/save-connected-tool';
import { toolChangeSchema } from '@/lib/shared/connections';

const params = z.object({ id: z.string(), operationId: z.string() });

/** Gives an operation to specialists, or changes how they have it. */
export const PUT = route(
  { permission: 'tool:manage', params, body: toolChangeSchema },
  async ({ principal, params, body }) => {
    const { basedOn, ...settings } = body;
    const { id: connectionId, operationId } = params;
    const given = { connectionId, operationId, settings, basedOn };
    const desk = { specialists: team().names, toolNames: ownToolNames() };
    await saveConnectedTool(principal.id, given, desk);
    return new Response(null, { status: 204 });
  },
);

/** Takes it away from all of them. */
export const DELETE = route(
  { permission: 'tool:manage', params },
  async ({ principal, params }) => {
    const { id: connectionId, operationId } = params;
    await removeConnectedTool(principal.id, { connectionId, operationId });
    return new Response(null, { status: 204 });
  },
);
