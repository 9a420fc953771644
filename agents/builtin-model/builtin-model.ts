import { randomUUID } from 'node:crypto';
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BaseChatModelParams,
  type BindToolsInput,
  type LangSmithParams,
} from '@langchain/core/language_models/chat_models';
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { Runnable } from '@langchain/core/runnables';
import { type BoundTool, toBoundTool } from './bound-tool';
import { decideReply, type Reply } from './decide-reply';
import { readPrompt } from './read-prompt';

interface BuiltinModelOptions extends BaseChatModelCallOptions {
  boundTools?: BoundTool[];
}

interface BuiltinModelFields extends BaseChatModelParams {
  /** In which "tomorrow at ten" is meant; the server's own when absent. */
  timeZone?: string;
  now?: () => Date;
}

/** A few words at a time, as a language model streams: English words, runs of Chinese, spaces. */
function piecesOf(text: string): string[] {
  return text.match(/\s*(?:\p{Script=Han}{1,4}|[^\s\p{Script=Han}]+)|\s+$/gu) ?? [];
}

/** The reply as message chunks; a tool call comes as one chunk. */
function chunksOf(reply: Reply): AIMessageChunk[] {
  if ('text' in reply) return piecesOf(reply.text).map((piece) => new AIMessageChunk(piece));
  const { name, args } = reply.toolCall;
  const call = { name, args: JSON.stringify(args), id: `call_${randomUUID()}`, index: 0 };
  return [
    new AIMessageChunk({
      content: '',
      tool_call_chunks: [{ ...call, type: 'tool_call_chunk' }],
    }),
  ];
}

/**
 * Answers without a language model, as a LangChain chat model: deterministic, it calls tools by
 * their examples and JSON schemas and otherwise quotes the passages in its prompt. It counts no
 * tokens because it has none.
 */
export class BuiltinModel extends BaseChatModel<BuiltinModelOptions> {
  private readonly timeZone: string;
  private readonly now: () => Date;

  constructor(fields: BuiltinModelFields = {}) {
    super(fields);
    this.timeZone = fields.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.now = fields.now ?? (() => new Date());
  }

  override _llmType(): string {
    return 'builtin';
  }

  override getLsParams(options: this['ParsedCallOptions']): LangSmithParams {
    return { ...super.getLsParams(options), ls_provider: 'builtin', ls_model_name: 'builtin' };
  }

  override bindTools(
    tools: BindToolsInput[],
    kwargs: Partial<BuiltinModelOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, BuiltinModelOptions> {
    const boundTools = tools.flatMap((tool) => toBoundTool(tool) ?? []);
    return this.withConfig({ ...kwargs, boundTools });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined;
    for await (const chunk of this._streamResponseChunks(messages, options, runManager)) {
      whole = whole?.concat(chunk) ?? chunk;
    }
    return { generations: whole ? [whole] : [] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const clock = { now: this.now(), timeZone: this.timeZone };
    const reply = decideReply(readPrompt(messages), options.boundTools ?? [], clock);
    for (const message of chunksOf(reply)) {
      options.signal?.throwIfAborted();
      const chunk = new ChatGenerationChunk({ message, text: message.text });
      yield chunk;
      await runManager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, {
        chunk,
      });
    }
  }
}
