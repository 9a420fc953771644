import { env } from '@/lib/env';
import { processGlobal } from '@/lib/process-global';
import { Bulkhead } from './bulkhead';
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
  return link;
}

/** The models that this process leaves alone for a while, as they failed so often. */
export function listRestingModels(): OutsideModel[] {
  return [...links().values()].filter((link) => link.isResting()).map(({ name }) => name);
}

function bulkheadOf({ provider }: OutsideModel): Bulkhead {
  const bulkhead = bulkheads().get(provider) ?? new Bulkhead(env().MODEL_MAX_CONCURRENT);
  bulkheads().set(provider, bulkhead);
  return bulkhead;
}
