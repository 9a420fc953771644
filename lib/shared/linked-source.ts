/** Where an argument of a linked operation comes from: the call, its response, or its idempotency key. */
export type LinkedSource =
  | { from: 'args'; name: string }
  | { from: 'result'; path: string }
  | { from: 'key' };

/** Reads `args.<name>`, `result.<path>` or `key`; null where it is none of them. */
export function parseSource(text: string): LinkedSource | null {
  if (text === 'key') return { from: 'key' };
  const [, from, rest] = /^(args|result)\.(.+)$/s.exec(text) ?? [];
  if (rest === undefined) return null;
  return from === 'args' ? { from, name: rest } : { from: 'result', path: rest };
}

/** Every source that a call with these arguments has, and that its response has in these fields. */
export function sourcesOf(argumentNames: readonly string[], outputs: readonly string[]): string[] {
  const given = argumentNames.map((name) => `args.${name}`);
  // What is inside a list has no one place; `*` names none.
  const answered = outputs.filter((path) => !/\[\]|\*/.test(path)).map((path) => `result.${path}`);
  return [...new Set([...given, ...answered, 'key'])];
}
