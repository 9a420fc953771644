import { z } from 'zod';
import { listApiKeys } from '@/lib/db/identity/api-keys';
import { requireUser } from '@/lib/db/identity/users';
import { route } from '@/lib/http/route';
import { createApiKey } from '@/lib/operations/create-api-key';

const params = z.object({ userId: z.string() });

/** An account's API keys, without the keys themselves. */
export const GET = route({ permission: 'user:manage', params }, async ({ params: { userId } }) => {
  await requireUser(userId);
  const keys = await listApiKeys(userId);
  return Response.json({ keys: keys.map(({ hash: _hash, ...key }) => key) });
});

/** Makes an API key; this answer is the only time that it can be read. */
export const POST = route(
  {
    permission: 'user:manage',
    params,
    body: z.object({ name: z.string().trim().min(1).max(100) }),
  },
  async ({ params: { userId }, body: { name } }) =>
    Response.json(await createApiKey({ userId, name }), { status: 201 }),
);
