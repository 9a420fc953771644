import type { Provider } from '../providers';
import { anthropicWire } from './anthropic-wire';
import { ollamaWire } from './ollama-wire';
import { openaiWire } from './openai-wire';
import type { Wire } from './wire';

/** How each provider is spoken to. To add one: one file, one line here, and its name in `providers.ts`. */
export const providerWires: Record<Provider, Wire> = {
  openai: openaiWire,
  anthropic: anthropicWire,
  ollama: ollamaWire,
};
