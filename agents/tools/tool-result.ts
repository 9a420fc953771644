import { z } from 'zod';

const factSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * What a tool tells the model: an outcome such as `ok` or `not_found`, flat facts, and optional
 * lines that people can read, in their language. The catalogue's `agents.replies.<tool>.<outcome>`
 * turns it into a sentence.
 */
export const toolResultSchema = z
  .object({ outcome: z.string(), lines: z.array(z.string()).optional() })
  .catchall(z.union([factSchema, z.array(z.string())]).optional());
export type ToolResult = z.infer<typeof toolResultSchema>;
