import { type BaseMessage, ToolMessage } from '@langchain/core/messages';
import { passagesPrompt } from '@/agents/passages-prompt';
import type { Sources } from '@/agents/sources';
import { parseToolResult } from '@/agents/tools/parse-tool-result';
import { searchKnowledge } from '@/agents/tools/search-knowledge';

/**
 * What a specialist did so far, with the passages that it looked up as the turn may cite them at
 * this moment: one that goes on after a pause knows nothing of a document that was hidden or
 * deleted meanwhile.
 */
export function knownNow(sources: Sources, work: BaseMessage[]): BaseMessage[] {
  return work.map((message) =>
    ToolMessage.isInstance(message) && message.name === searchKnowledge.name
      ? withPassagesOf(sources, message)
      : message,
  );
}

/** What a search of the model found, as far as it is still there, under the same numbers. */
function withPassagesOf(sources: Sources, message: ToolMessage): ToolMessage {
  const result = parseToolResult(message.text);
  if (typeof result?.passages !== 'string') return message;
  const numbers = [...result.passages.matchAll(/<passage n="(\d+)"/g)].map(([, n]) => Number(n));
  const known = numbers.flatMap((n) => {
    const passage = sources.get(n);
    return passage ? [{ n, passage }] : [];
  });
  const content = JSON.stringify({ ...result, passages: passagesPrompt(known) });
  const { tool_call_id, name, status } = message;
  return new ToolMessage({ tool_call_id, name, status, content });
}
