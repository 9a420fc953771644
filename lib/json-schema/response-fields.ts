import { isJsonObject } from '@/lib/shared/json-object';
import type { JsonSchema } from './json-schema';

const most = 300;
const deepest = 6;

/**
 * The fields of a response as paths, such as `total` or `items[].name`: those that hold values, not
 * those that hold other fields. `*` where the schema does not say what comes.
 */
export function listFields(schema: JsonSchema | undefined): string[] {
  const found: string[] = [];
  if (schema) collect(schema, '', 0, found);
  return found.length > 0 ? [...new Set(found)] : ['*'];
}

function collect(schema: JsonSchema, path: string, depth: number, found: string[]): void {
  if (found.length >= most) return;
  if (isJsonObject(schema.items) && depth < deepest) {
    collect(schema.items, `${path}[]`, depth + 1, found);
    return;
  }
  const variants = [schema, ...variantsOf(schema)];
  const properties = variants.flatMap((each) =>
    isJsonObject(each.properties) ? Object.entries(each.properties) : [],
  );
  if (properties.length === 0 || depth >= deepest) {
    if (path !== '') found.push(path);
    return;
  }
  for (const [name, each] of properties) {
    // Such a name could not be told from a path.
    if (/[.[\]*]/.test(name) || !isJsonObject(each)) continue;
    collect(each, path === '' ? name : `${path}.${name}`, depth + 1, found);
  }
}

function variantsOf({ anyOf, oneOf, allOf }: JsonSchema): JsonSchema[] {
  return [anyOf, oneOf, allOf]
    .flatMap((each) => (Array.isArray(each) ? each : []))
    .filter(isJsonObject);
}

/** A map: a field may be called `__proto__`. */
type Tree = Map<string, Tree>;

/**
 * What of a response stands at these paths, in the response's own shape; undefined when nothing of
 * it does, as where there are no paths. `*` takes all of it.
 */
export function pickFields(data: unknown, paths: readonly string[]): unknown {
  if (paths.includes('*')) return data;
  if (paths.length === 0) return undefined;
  const tree: Tree = new Map();
  for (const path of paths) {
    let at = tree;
    for (const name of path.split(/\.|(?=\[\])/)) {
      const inner: Tree = at.get(name) ?? new Map();
      at.set(name, inner);
      at = inner;
    }
  }
  return pick(data, tree);
}

function pick(data: unknown, tree: Tree): unknown {
  if (tree.size === 0) return data;
  const ofItems = tree.get('[]');
  if (ofItems && Array.isArray(data)) {
    const picked = data.map((item) => pick(item, ofItems)).filter((item) => item !== undefined);
    return picked.length === 0 && data.length > 0 ? undefined : picked;
  }
  if (!isJsonObject(data)) return undefined;
  const entries = [...tree].flatMap(([name, inner]) => {
    if (!Object.hasOwn(data, name)) return [];
    const picked = pick(data[name], inner);
    return picked === undefined ? [] : [[name, picked] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
