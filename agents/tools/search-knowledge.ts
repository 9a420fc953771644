import { z } from 'zod';
import { passagesPrompt } from '@/agents/passages-prompt';
import { turnContextSchema } from '@/agents/turn-context';
import { search } from '@/knowledge/search';
import { defineTool } from './define-tool';

/** A specialist's second look, when the passages it was given do not answer. */
export const searchKnowledge = defineTool({
  name: 'search_knowledge',
  description:
    "Searches the organisation's documents. Use it only when the passages you were given do not answer the question; ask with other words than the person did.",
  risk: 'read',
  schema: z.object({ query: z.string().min(1).max(400).describe('What to look for') }),
  // The built-in model answers from the passages it is given and never searches again.
  examples: { en: [], zh: [] },
  run: async ({ query }, call) => {
    const { scope } = turnContextSchema.parse(call);
    const startedAt = new Date();
    const result = await search({ query, principal: call.principal, signal: call.signal });
    scope.addRetrieval({ query, kept: query, startedAt, ...result });
    if (!result.isAnswered) return { outcome: 'not_found' };
    return { outcome: 'ok', passages: passagesPrompt(scope.sources.add(result.hits)) };
  },
});
