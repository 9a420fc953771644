/** A field of a response, or what holds fields. */
export interface OutputNode {
  /** The name shown: without what stands above it; `[]` marks a list. */
  label: string;
  /** Its path, where it can be chosen by itself. */
  path: string | null;
  children: OutputNode[];
}

/** The fields of a response as a tree. Paths have dots, and `[]` for the items of a list. */
export function outputTree(paths: string[]): OutputNode[] {
  const root: OutputNode = { label: '', path: null, children: [] };
  for (const path of paths) {
    let node = root;
    for (const label of path.split('.')) {
      let child = node.children.find((one) => one.label === label);
      if (!child) {
        child = { label, path: null, children: [] };
        node.children.push(child);
      }
      node = child;
    }
    node.path = path;
  }
  return root.children;
}

/** Every path that can be chosen at a node or below it. */
export function pathsBelow(node: OutputNode): string[] {
  const below = node.children.flatMap(pathsBelow);
  return node.path === null ? below : [node.path, ...below];
}
