import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { DeskModel, type StandIn } from '@/lib/models/desk-model';
import { modelLink } from '@/lib/models/model-links';
import { outsideModelsFor } from '@/lib/models/model-name';
import { processGlobal } from '@/lib/process-global';
import type { ModelPurpose } from '@/lib/shared/models';
import { toBoundTool } from './builtin-model/bound-tool';
import { BuiltinModel } from './builtin-model/builtin-model';

const models = () => processGlobal('models', () => new Map<string, DeskModel>());

function made(key: string, make: () => DeskModel): DeskModel {
  const model = models().get(key) ?? make();
  models().set(key, model);
  return model;
}

function builtin(): StandIn {
  const model = new BuiltinModel();
  return {
    name: 'builtin',
    generate: (messages, { tools = [], ...options }, run) => {
      const boundTools = tools.flatMap((tool) => toBoundTool(tool) ?? []);
      return model._generate(messages, { ...options, boundTools }, run);
    },
  };
}

const linksFor = (purpose: ModelPurpose) =>
  outsideModelsFor(purpose).map((name) => modelLink(name));

/**
 * The chat model for a purpose, made once per process. It always answers: retries, fallbacks and,
 * last of all, the built-in model are inside.
 */
export function modelFor(purpose: ModelPurpose): BaseChatModel {
  return made(`always:${purpose}`, () => {
    return new DeskModel({ purpose, links: linksFor(purpose), standIn: builtin() });
  });
}

/**
 * The language model for a purpose, which fails with AppError `unavailable` or `budget_spent` where
 * the built-in model would have to answer; null where only that is configured.
 */
export function languageModelFor(purpose: ModelPurpose): DeskModel | null {
  if (outsideModelsFor(purpose).length === 0) return null;
  return made(`language:${purpose}`, () => new DeskModel({ purpose, links: linksFor(purpose) }));
}
