import { SystemMessage, ToolMessage } from '@langchain/core/messages';
import { createMiddleware } from 'langchain';
import { parseToolResult } from './builtin-model/parse-tool-result';
import { passagesPrompt } from './passages-prompt';
import type { Sources } from './sources';
import { searchKnowledge } from './tools/search-knowledge';
import { turnContextSchema } from './turn-context';

/**
 * Gives a model its system message and the passages that it looked up at each call, made of what
 * the turn may cite at that moment: one that goes on after a pause knows nothing of a document that
 * was hidden or deleted meanwhile.
 */
export const knownNow = createMiddleware({
  name: 'known-now',
  wrapModelCall: (request, handler) => {
    const { scope } = turnContextSchema.parse(request.runtime.context);
    return handler({
      ...request,
      systemMessage: new SystemMessage(scope.instruct()),
      messages: request.messages.map((message) =>
        ToolMessage.isInstance(message) && message.name === searchKnowledge.name
          ? withPassagesOf(scope.sources, message)
          : message,
      ),
    });
  },
});

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
