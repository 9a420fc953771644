import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import { modelFor } from '@/agents/model-for';
import type { Specialist } from '@/agents/specialist';
import { processGlobal } from '@/lib/process-global';
import { firstToolsOf, toolsOf } from './specialist-tools';

type Bound = Runnable<BaseLanguageModelInput, BaseMessage>;

const bound = () =>
  processGlobal('bound-models', () => new WeakMap<object, WeakMap<object, Bound>>());

/**
 * The model of a specialist, knowing its tools: their schemas are worked out once.
 * @param hasPassages what was found answers, and nothing has been tried yet: a second look at the
 * documents is not offered then, for it costs a call before the first word
 */
export function boundModel(specialist: Specialist, hasPassages: boolean): Bound {
  const model = modelFor(specialist.purpose ?? 'answer');
  const tools = hasPassages ? firstToolsOf(specialist) : toolsOf(specialist);
  const byTools = bound().get(model) ?? new WeakMap<object, Bound>();
  bound().set(model, byTools);
  const known = byTools.get(tools) ?? bind(model, tools);
  byTools.set(tools, known);
  return known;
}

function bind(model: BaseChatModel, tools: ReturnType<typeof toolsOf>): Bound {
  if (!model.bindTools) throw new Error('This model cannot call tools.');
  return model.bindTools([...tools]);
}
