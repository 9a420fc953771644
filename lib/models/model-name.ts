import { env } from '@/lib/env';
import type { ModelPurpose } from '@/lib/shared/models';
import type { Provider } from './providers';

/** A model of a provider. */
export interface OutsideModel {
  provider: Provider;
  model: string;
}

export type ModelName = { provider: 'builtin' } | OutsideModel;

/** Reads `openai:gpt-x` and the like; the schema of the environment has checked the form. */
function parseModelName(name: string): ModelName {
  if (name === 'builtin') return { provider: 'builtin' };
  const colon = name.indexOf(':');
  const provider = name.slice(0, colon) as Provider;
  return { provider, model: name.slice(colon + 1) };
}

/** A model as the environment names it, e.g. `openai:gpt-x`. */
export function nameOfModel({ provider, model }: { provider: string; model?: string }): string {
  return provider === 'builtin' ? provider : `${provider}:${model}`;
}

/** The variables that may name the model of a purpose; the first one that is set does. */
export const purposeVariables = {
  answer: ['MODEL'],
  route: ['MODEL_ROUTE', 'MODEL_SMALL', 'MODEL'],
  rewrite: ['MODEL_REWRITE', 'MODEL_SMALL', 'MODEL'],
  summarise: ['MODEL_SUMMARISE', 'MODEL_SMALL', 'MODEL'],
  judge: ['MODEL_JUDGE', 'MODEL_SMALL', 'MODEL'],
} as const satisfies Record<ModelPurpose, readonly string[]>;

/** The table: which model serves which purpose. */
export function modelNameFor(purpose: ModelPurpose): ModelName {
  const variables = env();
  const named = purposeVariables[purpose].map((variable) => variables[variable]).find(Boolean);
  return parseModelName(named ?? 'builtin');
}

/**
 * The outside models that are asked for a purpose, in order: the one named for it, then those of
 * `MODEL_FALLBACK` up to the built-in one, which comes last and is not told. None where the
 * built-in model serves the purpose.
 */
export function outsideModelsFor(purpose: ModelPurpose): OutsideModel[] {
  const first = modelNameFor(purpose);
  const chain: OutsideModel[] = [];
  for (const name of [first, ...env().MODEL_FALLBACK.map(parseModelName)]) {
    if (name.provider === 'builtin') break;
    const isKnown = chain.some((link) => nameOfModel(link) === nameOfModel(name));
    if (!isKnown) chain.push(name);
  }
  return chain;
}
