/** Errors whose words are our own; those of the system name the call that failed. */
const ownWords = new Set([
  'McpFault',
  'FetchError',
  'AppError',
  'SealedCredentialError',
  'TimeOver',
]);

/**
 * A fault of a session as it may be logged: its kind, its code and where. The SDK puts into its
 * errors whatever a server said: what it was sent, credential included, or somebody's data.
 */
export function withoutWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const causes = causesOf(error);
  if (causes.every((each) => ownWords.has(each.name) || 'syscall' in each)) return error;
  const told = new Error(causes.map(kindOf).join(' < '));
  // Its own words come first there, over as many lines as they have.
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? [];
  told.stack = [`Error: ${told.message}`, ...frames].join('\n');
  return told;
}

const deepest = 5;

function causesOf(error: Error): Error[] {
  const causes = [error];
  for (
    let { cause } = error;
    cause instanceof Error && causes.length < deepest;
    { cause } = cause
  ) {
    causes.push(cause);
  }
  return causes;
}

function kindOf(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  const isCode = typeof code === 'number' || (typeof code === 'string' && /^\w{1,40}$/.test(code));
  return isCode ? `${error.constructor.name} ${code}` : error.constructor.name;
}
