import { z } from 'zod';
import { normalizeEmail } from '@/lib/db/identity/users';
import { callerAddress, takeFromLimit } from '@/lib/http/rate-limit';
import { route } from '@/lib/http/route';
import { log } from '@/lib/log';
import { requestSignInLink } from '@/lib/operations/request-sign-in-link';

const windowSeconds = 15 * 60;

/**
 * Mails a sign-in link. The answer is the same, and as quick, whether or not the address has an
 * account: nobody learns here who has one.
 */
export const POST = route(
  {
    permission: 'sign-in:request',
    acceptsEndedSession: true,
    body: z.object({
      email: z.string().max(254).transform(normalizeEmail).pipe(z.email()),
      next: z.string().max(2000).optional(),
    }),
  },
  async ({ request, principal, body }) => {
    takeFromLimit(`sign-in-address:${callerAddress(request)}`, 30, windowSeconds);
    takeFromLimit(`sign-in-email:${body.email}`, 5, windowSeconds);
    requestSignInLink({ ...body, locale: principal.locale }).catch((error: unknown) => {
      log().error({ event: 'sign-in-link-failed', err: error }, 'a sign-in link was not made');
    });
    return Response.json({ state: 'sent' }, { status: 202 });
  },
);
