import { listUsers, toUserView } from '@/lib/db/identity/users';
import { route } from '@/lib/http/route';
import { createUser } from '@/lib/operations/create-user';
import { newUserSchema } from '@/lib/shared/users';

/** Every account. */
export const GET = route({ permission: 'user:manage' }, async () => {
  const users = await listUsers();
  return Response.json({ users: users.map(toUserView) });
});

/** Opens an account; it is used by signing in with a link. */
export const POST = route({ permission: 'user:manage', body: newUserSchema }, async ({ body }) => {
  const user = await createUser(body);
  return Response.json(toUserView(user), { status: 201 });
});
