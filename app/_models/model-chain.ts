import { env } from '@/lib/env';
import { modelNameFor, parseModelName } from '@/lib/models/model-name';
import type { ChainLink, ShownPurpose } from '@/lib/shared/models';

/** The models that are asked for a purpose, in order, and which variable names each. */
export function modelChain(purpose: ShownPurpose): ChainLink[] {
  const { MODEL, MODEL_SMALL, MODEL_FALLBACK } = env();
  const isSmall = purpose !== 'answer' && MODEL_SMALL !== undefined;
  const first = { ...shown(modelNameFor(purpose)), variable: isSmall ? 'MODEL_SMALL' : 'MODEL' };
  const chain: ChainLink[] = [first];
  if (MODEL !== 'builtin') {
    chain.push({ ...shown(parseModelName(MODEL_FALLBACK)), variable: 'MODEL_FALLBACK' });
  }
  if (MODEL_FALLBACK !== 'builtin')
    chain.push({ ...shown(parseModelName('builtin')), variable: null });
  return chain.filter((link, at) => chain.findIndex((one) => nameOf(one) === nameOf(link)) === at);
}

/** A model as the environment names it, e.g. `openai:gpt-x`. */
export function nameOf({ provider, model }: { provider: string; model: string }): string {
  return provider === 'builtin' ? provider : `${provider}:${model}`;
}

function shown(name: ReturnType<typeof parseModelName>) {
  return name.provider === 'builtin' ? { ...name, model: '' } : name;
}
