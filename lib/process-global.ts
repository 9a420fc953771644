const store = globalThis as unknown as Record<symbol, unknown>;

/**
 * One value per process, made at first use. Next bundles a module more than once, so a
 * module-level variable is not a singleton there; `globalThis` is.
 */
export function processGlobal<T>(name: string, create: () => T): T {
  const key = Symbol.for(`frontdesk.${name}`);
  store[key] ??= create();
  return store[key] as T;
}
