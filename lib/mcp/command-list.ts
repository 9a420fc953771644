import { readFileSync } from 'node:fs';
import { z } from 'zod';

const withoutNul = z.string().regex(/^[^\0]*$/, 'leave out NUL characters');

/** A program that is an MCP server, spoken to over its input and output. */
const mcpCommandSchema = z.strictObject({
  /** A program on the PATH, or the path of one. */
  command: withoutNul.min(1),
  args: z.array(withoutNul).default([]),
  /** What its environment holds beside PATH, HOME and LANG: nothing of the desk's own. */
  env: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/, 'use names of variables'), withoutNul)
    .default({}),
});
export type McpCommand = z.infer<typeof mcpCommandSchema>;

const commandListSchema = z.record(
  z.string().regex(/^[\w.-]{1,60}$/, 'name commands with letters, digits, dots and dashes'),
  mcpCommandSchema,
);
/** Commands by the names that people choose among. */
export type CommandList = z.infer<typeof commandListSchema>;

/**
 * Reads commands from JSON, or from the file of that name.
 * @throws Error that says what to change
 */
export function readCommandList(source: string): CommandList {
  const text = source.trimStart().startsWith('{') ? source : readFileSync(source, 'utf8');
  const parsed = commandListSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const reason = issue?.code === 'invalid_key' ? issue.issues[0] : issue;
  throw new Error(`${issue?.path.join('.')}: ${reason?.message}`);
}
