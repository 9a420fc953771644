/** As many parts may be met in one, with references followed: each may be tried for each value. */
const mostParts = 10_000;

/** Where, at the top, what is only referred to stands: deeper, an argument may be called so. */
const shelves = new Set(['$defs', 'definitions']);

/**
 * A JSON schema in which no reference leads back to what it is part of: such a part is anything, as
 * values that fit two branches of it would be checked twice as often at each level.
 * @throws Error when it says too much, or refers to what is not there
 */
export function cutCircles(schema: Record<string, unknown>): Record<string, unknown> {
  const walk = new Walk(schema);
  walk.sizeOf(schema);
  return walk.circles.size === 0 ? schema : (without(walk.circles, schema) as typeof schema);
}

class Walk {
  /** The references that lead back. */
  readonly circles = new Set<object>();
  /** How many parts a part comes to; `undefined` of one that is being counted. */
  private readonly sizes = new Map<object, number | undefined>();
  private readonly root: object;

  constructor(root: object) {
    this.root = root;
  }

  sizeOf(part: object): number {
    const known = this.sizes.get(part);
    if (known !== undefined) return known;
    this.sizes.set(part, undefined);
    const inner = Object.entries(part).filter(
      ([keyword]) => part !== this.root || !shelves.has(keyword),
    );
    const size = inner.reduce(
      (sum, [, value]) => {
        return isObject(value) ? sum + this.sizeOf(value) : sum;
      },
      (Array.isArray(part) ? 0 : 1) + this.behind(part),
    );
    if (size > mostParts) throw new Error('a schema that is too large with its references');
    this.sizes.set(part, size);
    return size;
  }

  private behind(part: object): number {
    const target = targetOf(part, this.root);
    if (!target) return 0;
    const isOpen = this.sizes.has(target) && this.sizes.get(target) === undefined;
    if (!isOpen) return this.sizeOf(target);
    this.circles.add(part);
    return 0;
  }
}

/** What a part refers to; undefined when it refers to nothing. */
function targetOf(part: object, root: object): object | undefined {
  if (!('$ref' in part) || typeof part.$ref !== 'string') return undefined;
  const [place, ...path] = part.$ref.split('/').filter(Boolean).map(decodeURIComponent);
  let target: unknown = place === '#' ? root : undefined;
  for (const step of path) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    target =
      isObject(target) && Object.hasOwn(target, name) ? Reflect.get(target, name) : undefined;
  }
  if (!isObject(target)) throw new Error('a reference that leads nowhere');
  return target;
}

function without(circles: ReadonlySet<object>, value: unknown): unknown {
  if (!isObject(value)) return value;
  if (circles.has(value)) return {};
  if (Array.isArray(value)) return value.map((each) => without(circles, each));
  return Object.fromEntries(
    Object.entries(value).map(([keyword, inner]) => [keyword, without(circles, inner)]),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
