import type { OutsideModel } from '../model-name';
import { anthropicWire } from './anthropic-wire';
import { ollamaWire } from './ollama-wire';
import { openaiWire } from './openai-wire';
import type { Wire } from './wire';

/** How each provider is spoken to. To add one: one file, and one line here. */
export const providerWires: Record<OutsideModel['provider'], Wire> = {
  openai: openaiWire,
  anthropic: anthropicWire,
  ollama: ollamaWire,
};
