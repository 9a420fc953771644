import { z } from 'zod';
import { listStaff } from '@/lib/db/identity/users';
import { route } from '@/lib/http/route';

const query = z.object({ q: z.string().trim().max(200).default('') });

/** How many are told; more come with more letters. */
const limit = 10;

/** Members of staff whose eyes may be lent to a trial, by part of their name or address. */
export const GET = route({ permission: 'retrieval:tune', query }, async (call) => {
  return Response.json({ people: await listStaff(call.query.q, limit) });
});
