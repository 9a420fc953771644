import { env } from '@/lib/env';
import { modelNameFor, outsideModelsFor, purposeVariables } from '@/lib/models/model-name';
import type { ChainLink, ModelPurpose } from '@/lib/shared/models';

/**
 * The models that are asked for a purpose, in order, and which variable names each; the last link
 * is the built-in model.
 */
export function modelChain(purpose: ModelPurpose): ChainLink[] {
  const variables = env();
  const naming = purposeVariables[purpose].find((variable) => variables[variable]) ?? 'MODEL';
  const outside = outsideModelsFor(purpose).map((name, at) => ({
    ...name,
    variable: at === 0 ? naming : 'MODEL_FALLBACK',
  }));
  const isBuiltin = modelNameFor(purpose).provider === 'builtin';
  return [
    ...outside,
    { provider: 'builtin', model: '', variable: isBuiltin && variables[naming] ? naming : null },
  ];
}
