import { route } from '@/lib/http/route';
import { readAccount } from '@/lib/operations/read-account';

/** What the desk knows of the person who asks. */
export const GET = route({ permission: 'account:use' }, async ({ principal }) => {
  return Response.json(await readAccount(principal));
});
