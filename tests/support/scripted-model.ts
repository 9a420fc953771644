import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';

/** A call that the model asks for. */
export interface ScriptedCall {
  name: string;
  args: Record<string, unknown>;
}

/** A chat model that asks for the calls it was given, and once it has their results says "Done". */
export class ScriptedModel extends BaseChatModel {
  private readonly calls: ScriptedCall[];

  constructor(calls: ScriptedCall[]) {
    super({});
    this.calls = calls;
  }

  _llmType(): string {
    return 'scripted';
  }

  override bindTools(): this {
    return this;
  }

  async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const hasResults = messages.some(({ type }) => type === 'tool');
    const message = hasResults
      ? new AIMessage('Done')
      : new AIMessage({
          content: '',
          tool_calls: this.calls.map((call, index) => ({ ...call, id: `call-${index}` })),
        });
    return { generations: [{ message, text: message.text }] };
  }
}
