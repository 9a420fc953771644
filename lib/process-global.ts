const store = globalThis as unknown as Record<symbol, unknown>;
const keys = new Map<string, symbol>();

/**
 * One value per process, made at first use. Next bundles a module more than once, so a
 * module-level variable is not a singleton there; `globalThis` is.
 */
export function processGlobal<T>(name: string, create: () => T): T {
  const key = keys.get(name) ?? keyOf(name);
  store[key] ??= create();
  return store[key] as T;
}

/** Asked for at every turn of the way, so it is looked up once. */
function keyOf(name: string): symbol {
  const key = Symbol.for(`frontdesk.${name}`);
  keys.set(name, key);
  return key;
}
