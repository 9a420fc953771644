import {
  BaseCallbackHandler,
  type HandleLLMNewTokenCallbackFields,
} from '@langchain/core/callbacks/base';
import type { Serialized } from '@langchain/core/load/serializable';
import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage, ToolMessage } from '@langchain/core/messages';
import type { LLMResult } from '@langchain/core/outputs';
import { isGraphBubbleUp } from '@langchain/langgraph';
import { z } from 'zod';
import type { TurnScope } from '@/agents/turn-scope';
import type { AnswerWriter } from './answer-writer';

/** The node of the graph in which the answering model is called. */
const answeringNode = 'specialist';
const longestToolResult = 4_000;

interface OpenCall {
  startedAt: Date;
  name: string;
  provider: string;
  isAnswering: boolean;
  args?: unknown;
}

/**
 * Listens to one execution of the graph: the answering model's tokens go straight to the writer,
 * in one pass, and every model and tool call becomes a step.
 */
export class TurnRecorder extends BaseCallbackHandler {
  readonly name = 'turn-recorder';
  /** Makes `invoke` stream: chat models look for this property on their handlers. */
  readonly lc_prefer_streaming = true;
  /** Tokens must arrive in order and before the run goes on. */
  override awaitHandlers = true;
  override raiseError = true;

  private readonly calls = new Map<string, OpenCall>();

  private readonly scope: TurnScope;
  private readonly writer: AnswerWriter;

  constructor(scope: TurnScope, writer: AnswerWriter) {
    super();
    this.scope = scope;
    this.writer = writer;
  }

  override handleChatModelStart(
    _model: Serialized,
    _messages: BaseMessage[][],
    runId: string,
    _parent?: string,
    _extra?: Record<string, unknown>,
    _tags?: string[],
    metadata?: Record<string, unknown>,
  ): void {
    this.calls.set(runId, {
      startedAt: new Date(),
      name: String(metadata?.ls_model_name ?? 'builtin'),
      provider: String(metadata?.ls_provider ?? 'builtin'),
      isAnswering: metadata?.langgraph_node === answeringNode,
    });
  }

  override handleLLMNewToken(
    token: string,
    _index: unknown,
    runId: string,
    _parent?: string,
    _tags?: string[],
    fields?: HandleLLMNewTokenCallbackFields,
  ): void {
    if (!this.calls.get(runId)?.isAnswering) return;
    if (fields?.chunk?.generationInfo?.isBrokenOff) this.writer.writeNotice('broken-off');
    else this.writer.writeText(token);
  }

  override handleLLMEnd(output: LLMResult, runId: string): void {
    const call = this.close(runId);
    if (!call) return;
    const generation = output.generations[0]?.[0];
    const message = generation && 'message' in generation ? generation.message : undefined;
    const reply = AIMessage.isInstance(message) ? message : undefined;
    if (call.isAnswering) this.writer.endText();
    // Another model than the one that was asked first may have answered.
    const { provider = call.provider, model = call.name } = answeredBy(reply);
    this.scope.record({
      kind: 'model',
      name: model,
      startedAt: call.startedAt,
      durationMs: Date.now() - call.startedAt.getTime(),
      inputTokens: reply?.usage_metadata?.input_tokens,
      outputTokens: reply?.usage_metadata?.output_tokens,
      detail: {
        provider,
        model,
        toolCalls: reply?.tool_calls?.map(({ name }) => name) ?? [],
      },
    });
  }

  override handleLLMError(_error: unknown, runId: string): void {
    const call = this.close(runId);
    if (!call) return;
    if (call.isAnswering) this.writer.endText();
    this.scope.record({
      kind: 'error',
      name: call.name,
      startedAt: call.startedAt,
      durationMs: Date.now() - call.startedAt.getTime(),
      detail: { code: 'model_failed', logId: runId },
    });
  }

  override handleToolStart(
    _tool: Serialized,
    input: string,
    runId: string,
    _parent?: string,
    _tags?: string[],
    _metadata?: Record<string, unknown>,
    name?: string,
  ): void {
    const call = {
      startedAt: new Date(),
      name: name ?? 'tool',
      provider: 'tool',
      isAnswering: false,
    };
    this.calls.set(runId, { ...call, args: parseOr(input) });
  }

  override handleToolEnd(output: unknown, runId: string): void {
    const text = ToolMessage.isInstance(output) ? output.text : String(output);
    this.recordTool(runId, text, ToolMessage.isInstance(output) && output.status === 'error');
  }

  override handleToolError(error: unknown, runId: string): void {
    // A pause for consent travels as an exception; it is no fault of the tool.
    if (isGraphBubbleUp(error as Error)) this.close(runId);
    else this.recordTool(runId, error instanceof Error ? error.name : 'error', true);
  }

  private recordTool(runId: string, result: string, isError: boolean): void {
    const call = this.close(runId);
    if (!call) return;
    this.scope.record({
      kind: 'tool',
      name: call.name,
      startedAt: call.startedAt,
      durationMs: Date.now() - call.startedAt.getTime(),
      detail: {
        args: call.args,
        isError,
        result: withoutPassages(result).slice(0, longestToolResult),
      },
    });
  }

  private close(runId: string): OpenCall | undefined {
    const call = this.calls.get(runId);
    this.calls.delete(runId);
    return call;
  }
}

const answererSchema = z.object({ provider: z.string(), model: z.string() }).partial();

function answeredBy(reply: AIMessage | undefined) {
  return answererSchema.safeParse(reply?.response_metadata).data ?? {};
}

function parseOr(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    // Some callers pass plain text instead of JSON; it is recorded as it is.
    return input;
  }
}

/** Passages that a tool found are recorded by their ids, as a retrieval; their text is not kept here. */
function withoutPassages(result: string): string {
  const parsed = parseOr(result);
  if (typeof parsed !== 'object' || parsed === null || !('passages' in parsed)) return result;
  const { passages: _, ...rest } = parsed;
  return JSON.stringify(rest);
}
