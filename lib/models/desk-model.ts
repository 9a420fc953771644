import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type {
  BaseLanguageModelInput,
  StructuredOutputMethodOptions,
} from '@langchain/core/language_models/base';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
  type LangSmithParams,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, type AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import { type Runnable, RunnableLambda } from '@langchain/core/runnables';
import { toJsonSchema } from '@langchain/core/utils/json_schema';
import { isInteropZodSchema } from '@langchain/core/utils/types';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { ModelPurpose } from '@/lib/shared/models';
import { currentModelCalls } from './model-call-log';
import { ModelFault } from './model-fault';
import type { ModelLink } from './model-link';
import { readStructured } from './read-structured';
import { Speech } from './speech';
import { toMessage } from './to-message';
import { toWireTool } from './wires/wire-tool';

export interface DeskModelOptions extends BaseChatModelCallOptions {
  tools?: BindToolsInput[];
  /** The answer is to be JSON of this schema. */
  output?: { name: string; schema: object };
}

/** A model of this process that answers when no other does, under the same run. */
export interface StandIn {
  name: string;
  generate: (
    messages: BaseMessage[],
    options: DeskModelOptions,
    run?: CallbackManagerForLLMRun,
  ) => Promise<ChatResult>;
}

interface DeskModelFields {
  purpose: ModelPurpose;
  /** The models that are asked, in order. */
  links: ModelLink[];
  /** Answers when none of them does; without it the call fails then. */
  standIn?: StandIn;
}

/**
 * The one chat model that the agents know: it asks the models of a purpose in order, each as
 * patiently as it deserves, and lets the built-in one answer when none of them does. Words are
 * told to the callbacks as they come.
 */
export class DeskModel extends BaseChatModel<DeskModelOptions> {
  private readonly fields: DeskModelFields;

  constructor(fields: DeskModelFields) {
    super({});
    this.fields = fields;
  }

  override _llmType(): string {
    return 'desk';
  }

  override getLsParams(options: this['ParsedCallOptions']): LangSmithParams {
    const name = this.fields.links[0]?.name ?? { provider: 'builtin', model: 'builtin' };
    const { provider, model } = name;
    return { ...super.getLsParams(options), ls_provider: provider, ls_model_name: model };
  }

  override bindTools(
    tools: BindToolsInput[],
    kwargs: Partial<DeskModelOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, DeskModelOptions> {
    return this.withConfig({ ...kwargs, tools });
  }

  /** @param schema of zod: what the model said is checked against it */
  override withStructuredOutput<Output extends Record<string, unknown>>(
    schema: object,
    config: StructuredOutputMethodOptions<boolean> = {},
  ): Runnable<BaseLanguageModelInput, Output> {
    if (!isInteropZodSchema(schema)) throw new TypeError('structured output needs a zod schema');
    const name = config.name ?? 'answer';
    const output = { name, schema: toJsonSchema(schema) };
    const parse = (message: BaseMessage) => readStructured<Output>(message, name, schema);
    return this.withConfig({ output }).pipe(RunnableLambda.from(parse));
  }

  /**
   * @throws AppError `unavailable` or `budget_spent` when nobody answers, ModelFault `aborted`
   * when the call was given up
   */
  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const { purpose, links } = this.fields;
    const { tools = [], tool_choice, output, stop, signal } = options;
    const speech = new Speech(run);
    const toolChoice = typeof tool_choice === 'string' ? tool_choice : undefined;
    const asked = { messages, tools: tools.map(toWireTool), toolChoice, output, stop };
    let last: unknown;
    for (const link of links) {
      try {
        const reply = await link.ask({ ...asked, purpose, signal, speech });
        const message = toMessage(reply, link.name);
        return { generations: [{ message, text: reply.text }] };
      } catch (error) {
        if (!canGoOn(error)) throw error;
        last = error;
      }
    }
    return await this.standIn(messages, options, run, last);
  }

  private async standIn(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    run: CallbackManagerForLLMRun | undefined,
    fault: unknown,
  ): Promise<ChatResult> {
    const { standIn, purpose } = this.fields;
    if (!standIn || options.output) {
      throw AppError.is(fault)
        ? fault
        : new AppError('unavailable', { part: 'model' }, { cause: fault });
    }
    if (fault !== undefined) {
      log().warn({ event: 'model-stood-in', purpose, err: fault });
      const calls = currentModelCalls();
      if (calls) calls.standIn = AppError.is(fault) ? 'budget-spent' : 'model-fallback';
    }
    const result = await standIn.generate(messages, options, run);
    for (const { message } of result.generations) {
      if (AIMessage.isInstance(message)) message.id = undefined;
      message.response_metadata = { provider: standIn.name, model: standIn.name };
    }
    return result;
  }
}

/** Whether the next model may be asked after this. */
function canGoOn(error: unknown): boolean {
  if (AppError.is(error)) return error.code === 'budget_spent';
  return ModelFault.is(error) && error.kind !== 'aborted';
}
