import { z } from 'zod';
import { listAskedQuestions } from '@/knowledge/playground/list-asked-questions';
import { pageCursorSchema } from '@/lib/db/page-cursor';
import { route } from '@/lib/http/route';

const query = z.object({
  unanswered: z.enum(['true', 'false']).default('false'),
  before: pageCursorSchema.optional(),
});

/** The questions that people asked last, or those of them that the documents did not answer. */
export const GET = route({ permission: 'transcript:read', query }, async (call) => {
  const { unanswered, before } = call.query;
  const page = await listAskedQuestions({ isUnanswered: unanswered === 'true', before });
  return Response.json(page);
});
