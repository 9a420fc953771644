import { type ToolResult, toolResultSchema } from './tool-result';

/** A tool message's content as a result; undefined where it is none, such as an error's text. */
export function parseToolResult(content: string): ToolResult | undefined {
  try {
    return toolResultSchema.safeParse(JSON.parse(content)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
