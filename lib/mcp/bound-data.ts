/** Deeper than this nothing is passed on. */
const deepest = 12;

/**
 * The beginning of some JSON: what is within `budget` characters, in order. Texts and lists are cut
 * where it ends, and fields after it are left out.
 */
export function boundData(data: unknown, budget: number): unknown {
  const left = { characters: budget };
  return copy(data, left, deepest);
}

function copy(value: unknown, left: { characters: number }, depth: number): unknown {
  if (typeof value === 'string') {
    const text = value.replaceAll('\0', '').slice(0, Math.max(left.characters, 0)).toWellFormed();
    left.characters -= text.length;
    return text;
  }
  if (typeof value !== 'object' || value === null) {
    left.characters -= 8;
    return value;
  }
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      if (left.characters <= 0) break;
      items.push(copy(item, left, depth - 1));
    }
    return items;
  }
  const fields: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    left.characters -= name.length;
    if (left.characters <= 0) break;
    fields.push([name, copy(inner, left, depth - 1)]);
  }
  return Object.fromEntries(fields);
}
