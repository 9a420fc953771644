import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import type { StructuredToolInterface } from '@langchain/core/tools';
import { modelFor } from '@/agents/model-for';
import type { Specialist } from '@/agents/specialist';
import { processGlobal } from '@/lib/process-global';

type Tools = readonly StructuredToolInterface[];
type Bound = Runnable<BaseLanguageModelInput, BaseMessage>;

const bound = () =>
  processGlobal('bound-models', () => new WeakMap<object, WeakMap<object, Bound>>());

/** The model of a specialist, knowing these tools: their schemas are worked out once for each array. */
export function boundModel(specialist: Specialist, tools: Tools): Bound {
  const model = modelFor(specialist.purpose ?? 'answer');
  const byTools = bound().get(model) ?? new WeakMap<object, Bound>();
  bound().set(model, byTools);
  const known = byTools.get(tools) ?? bind(model, tools);
  byTools.set(tools, known);
  return known;
}

function bind(model: BaseChatModel, tools: Tools): Bound {
  if (!model.bindTools) throw new Error('This model cannot call tools.');
  return model.bindTools([...tools]);
}
