/** How much of a conversation a model is shown word for word. In messages, where nothing else is said. */
export const memorySize = {
  /** Most that are shown, where the summary lags behind. */
  most: 40,
  /** With so many since the last summary, the older ones are summarised. */
  summariseAt: 24,
  /** The newest ones, which a summary leaves out. */
  keep: 12,
  /** Most that is shown of all of them, in characters: the oldest are left out, never the last. */
  characters: 60_000,
};
