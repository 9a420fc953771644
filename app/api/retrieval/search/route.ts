import { tryQuestion } from '@/knowledge/playground/try-question';
import { route } from '@/lib/http/route';
import { trialRequestSchema } from '@/lib/shared/trials';

/** Tries a question with settings and with somebody's eyes; tells how the passages were found. */
export const POST = route(
  { permission: 'retrieval:tune', body: trialRequestSchema },
  async ({ principal, body, request }) => {
    return Response.json(await tryQuestion(principal, body, request.signal));
  },
);
