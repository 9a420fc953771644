/** Names in the order of `known`; those that stand nowhere in it come last, as they were. */
export function inOrder(names: readonly string[], known: readonly string[]): string[] {
  const places = new Map(known.map((name, at) => [name, at]));
  const placeOf = (name: string) => places.get(name) ?? known.length;
  return names.toSorted((a, b) => placeOf(a) - placeOf(b));
}
