/** States of an action that its person has agreed to and of which nobody knows yet what came. */
export const unsettledStates = ['approved', 'executing', 'unknown', 'awaiting-operator'] as const;

/** States in which taking something back came to nothing: it may be asked for again. */
export const failedUndoStates = ['failed', 'declined', 'expired'] as const;
