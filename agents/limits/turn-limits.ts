/** How much one turn may take. What is counted, is counted over all specialists of the turn. */
export interface TurnLimits {
  /** Calls of a model. */
  modelCalls: number;
  toolCalls: number;
  /** Calls of tools that do not exist, or with arguments that do not fit. */
  badCalls: number;
  /** The same call again, with the same arguments. */
  repeatedCalls: number;
  /** Milliseconds. */
  time: number;
  /** Read and written, all in all. */
  tokens: number;
  /** Millionths of a US dollar. */
  costMicros: number;
  /** From specialist to specialist, for one request. */
  handoffs: number;
}

/** What holds where a specialist says nothing else. */
export const turnLimits: TurnLimits = {
  modelCalls: 12,
  toolCalls: 16,
  badCalls: 3,
  repeatedCalls: 3,
  time: 120_000,
  tokens: 200_000,
  costMicros: 2_000_000,
  handoffs: 3,
};
