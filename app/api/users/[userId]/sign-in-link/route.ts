import { z } from 'zod';
import { route } from '@/lib/http/route';
import { log } from '@/lib/log';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';

/** Makes a one-time link for an administrator to hand over; it signs in as that account. */
export const POST = route(
  { permission: 'user:manage', params: z.object({ userId: z.string() }) },
  async ({ principal, params: { userId } }) => {
    const link = await createSignInLink({ userId });
    log().info({ event: 'sign-in-link-created', userId, by: principal.id }, 'sign-in link made');
    return Response.json(link, { status: 201 });
  },
);
