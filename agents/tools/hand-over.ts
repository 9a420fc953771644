import { z } from 'zod';
import { handoffSchema } from '@/agents/handoff';
import type { Specialist } from '@/agents/specialist';
import { handOverTool } from '@/lib/shared/steps';
import { defineTool } from './define-tool';

export const handOverName = handOverTool;

const factSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The arguments as a model gives them, as a handoff. */
export const handOverArguments = handoffSchema.extend({
  facts: z.record(z.string().max(100), factSchema).default({}),
});

/** Lets a specialist give a request on to one of the others; the graph goes there with it. */
export function handOver(others: readonly Specialist[]) {
  const table = others.map(({ name, handles }) => `${name}: ${handles}`).join('; ');
  const made = defineTool({
    name: handOverName,
    description: `Gives the request to another specialist, who answers the person instead of you. Use it alone, without writing to the person, and only when none of your tools and passages can answer but the other's area can. ${table}`,
    risk: 'read',
    schema: z.object({
      to: z
        .string()
        .min(1)
        .describe(`One of ${others.map(({ name }) => name).join(', ')}`),
      task: z
        .string()
        .min(1)
        .max(2_000)
        .describe('What the person wants, complete, in their words'),
      reason: z.string().max(2_000).default('').describe('Why it is not yours, in a few words'),
      urgency: z.enum(['normal', 'high']).default('normal'),
      facts: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .default({})
        .describe('What is known already, by name, such as order_id'),
    }),
    // The built-in model chooses it by what the others' tools are for.
    examples: { en: [], zh: [] },
    run: async ({ to }) =>
      others.some(({ name }) => name === to)
        ? { outcome: 'ok' }
        : { outcome: 'unknown_specialist', lines: others.map(({ name }) => name) },
  });
  made.metadata = {
    ...made.metadata,
    elsewhere: others.map(({ name, tools }) => ({ to: name, tools })),
  };
  return made;
}
