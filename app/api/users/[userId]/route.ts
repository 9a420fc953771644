import { z } from 'zod';
import { requireUser, toUserView } from '@/lib/db/identity/users';
import { route } from '@/lib/http/route';
import { changeUser } from '@/lib/operations/change-user';
import { disableUser } from '@/lib/operations/disable-user';
import { enableUser } from '@/lib/operations/enable-user';
import { userChangeSchema } from '@/lib/shared/users';

/** Changes an account, disables it or enables it again. */
export const PATCH = route(
  {
    permission: 'user:manage',
    params: z.object({ userId: z.string() }),
    body: userChangeSchema,
  },
  async ({ params: { userId }, body: { isDisabled, ...change } }) => {
    if (Object.keys(change).length > 0) await changeUser(userId, change);
    if (isDisabled === true) await disableUser(userId);
    if (isDisabled === false) await enableUser(userId);
    return Response.json(toUserView(await requireUser(userId)));
  },
);
