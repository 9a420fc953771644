import { z } from 'zod';
import { turnContextSchema } from '@/agents/turn-context';
import { defineTool } from './define-tool';

/** Lets a specialist hand the conversation to people; the case is opened when the turn ends. */
export const callPerson = defineTool({
  name: 'call_person',
  description:
    'Hands the conversation to a colleague. Use it when the person asks for one, complains seriously, or needs something that none of your tools can do. Tell the person in one sentence that a colleague will take over.',
  risk: 'read',
  schema: z.object({
    category: z.enum(['asked-for-person', 'complaint', 'action-failed']).describe('Why'),
    summary: z.string().min(1).max(600).describe('What the colleague needs to know'),
  }),
  // The built-in model never decides this: requests for a person are found before it is asked.
  examples: { en: [], zh: [] },
  run: async ({ category, summary }, call) => {
    turnContextSchema.parse(call).scope.escalation = { category, summary };
    return { outcome: 'ok' };
  },
});
