import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Locale } from '@/lib/locale';
import { log } from '@/lib/log';

interface Told {
  data: Record<string, unknown>;
  /** The same for models that read no structured content. */
  text: string;
}

/** What a tool found, or its fault as a sentence: of what nobody expected, only an id is told. */
export async function orFault(locale: Locale, work: () => Promise<Told>): Promise<CallToolResult> {
  try {
    const { data, text } = await work();
    return { structuredContent: data, content: [{ type: 'text', text }] };
  } catch (error) {
    const fault = AppError.is(error) ? error : unexpected(error);
    return { isError: true, content: [{ type: 'text', text: fault.sentence(locale) }] };
  }
}

function unexpected(error: unknown): AppError {
  const id = newId();
  log().error({ event: 'mcp-tool-failed', id, err: error });
  return new AppError('internal', { id });
}
