import { env } from '@/lib/env';
import { processGlobal } from '@/lib/process-global';
import { Bulkhead } from './bulkhead';
import { watchedModels } from './model-health';
import { type ModelLimits, modelLimits } from './model-limits';
import { ModelLink } from './model-link';
import { nameOfModel, type OutsideModel } from './model-name';

const links = () => processGlobal('model-links', () => new Map<string, ModelLink>());
const bulkheads = () => processGlobal('model-bulkheads', () => new Map<string, Bulkhead>());

/** The one link of this process to a model, whatever it is used for. */
export function modelLink(name: OutsideModel, limits: ModelLimits = modelLimits()): ModelLink {
  const key = nameOfModel(name);
  const link = links().get(key) ?? new ModelLink(name, bulkheadOf(name), limits);
  links().set(key, link);
  watchedModels().set(key, () => link.health());
  return link;
}

function bulkheadOf({ provider }: OutsideModel): Bulkhead {
  const bulkhead = bulkheads().get(provider) ?? new Bulkhead(env().MODEL_MAX_CONCURRENT);
  bulkheads().set(provider, bulkhead);
  return bulkhead;
}
