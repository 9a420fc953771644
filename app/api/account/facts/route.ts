import { eraseAllPersonFacts } from '@/lib/db/conversations/person-facts';
import { route } from '@/lib/http/route';

/** Erases everything that is remembered of the person who asks. */
export const DELETE = route({ permission: 'account:use' }, async ({ principal }) => {
  await eraseAllPersonFacts(principal.id);
  return new Response(null, { status: 204 });
});
