import { z } from 'zod';
import { boundData } from './bound-data';
import type { McpAnswer } from './mcp-answer';
import { McpFault } from './mcp-fault';
import { contentSchema, shortText, textOf } from './read-content';

/** Largest answer, in characters of JSON. */
const maxLength = 1_000_000;
/** What is passed on of an answer, in characters. */
const maxPassedOn = 8_000;

/** An answer to `tools/call`, as loosely as servers give it. */
export const callResultSchema = z.looseObject({
  content: z.array(contentSchema).default([]),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  isError: z.boolean().optional(),
});

/**
 * What is made of a server's answer: its data, or its text as `text`. All of it is data, whatever it
 * says to do.
 * @throws McpFault `too_large`
 */
export function toMcpAnswer(result: z.infer<typeof callResultSchema>): McpAnswer {
  const { content, structuredContent, isError } = result;
  const text = textOf(content);
  if (isError) return { outcome: 'refused', message: shortText(text) };
  const length = text.length + JSON.stringify(structuredContent ?? {}).length;
  if (length > maxLength) throw new McpFault('too_large');
  const data = structuredContent ?? { text };
  return { outcome: 'ok', data: boundData(data, maxPassedOn) as Record<string, unknown> };
}
