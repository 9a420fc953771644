import { env } from '@/lib/env';

/** What a model is used for. */
export type ModelPurpose = 'answer' | 'route' | 'rewrite' | 'summarise' | 'judge';

export type ModelName =
  | { provider: 'builtin' }
  | { provider: 'openai' | 'anthropic' | 'ollama'; model: string };

/** Reads `openai:gpt-x` and the like; the schema of the environment has checked the form. */
export function parseModelName(name: string): ModelName {
  if (name === 'builtin') return { provider: 'builtin' };
  const colon = name.indexOf(':');
  const provider = name.slice(0, colon) as 'openai' | 'anthropic' | 'ollama';
  return { provider, model: name.slice(colon + 1) };
}

/** The table: which model serves which purpose. */
export function modelNameFor(purpose: ModelPurpose): ModelName {
  const { MODEL, MODEL_SMALL } = env();
  return parseModelName(purpose === 'answer' ? MODEL : (MODEL_SMALL ?? MODEL));
}
