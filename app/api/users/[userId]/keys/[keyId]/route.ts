import { z } from 'zod';
import { route } from '@/lib/http/route';
import { revokeApiKey } from '@/lib/operations/revoke-api-key';

/** Revokes an API key at once and for good. */
export const DELETE = route(
  { permission: 'user:manage', params: z.object({ userId: z.string(), keyId: z.string() }) },
  async ({ params }) => {
    await revokeApiKey(params);
    return new Response(null, { status: 204 });
  },
);
