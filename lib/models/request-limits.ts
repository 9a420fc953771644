/** One place for how patient calls to providers are. Milliseconds. */
export const requestLimits = { maxRetries: 2, timeout: 60_000 };
