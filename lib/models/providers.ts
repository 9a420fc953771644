/** Whose models may be named, as in `openai:<name>`; `wires/provider-wire.ts` says how each is spoken to. */
export const providers = ['openai', 'anthropic', 'ollama'] as const;
export type Provider = (typeof providers)[number];

/** The name of a model of a provider. */
export const outsideModelName = new RegExp(`^(${providers.join('|')}):.+$`);
