import { splitCitations } from './split-citations';

interface TextNode {
  type: 'text';
  value: string;
}

interface ElementNode {
  type: 'element';
  tagName: string;
  properties: Record<string, string | number>;
  children: TreeNode[];
}

type TreeNode = TextNode | ElementNode | { type: 'comment' | 'doctype' | 'raw' };

const literalTags = new Set(['code', 'pre', 'a']);

/**
 * A rehype plugin: citation marks in running text become `<citation-chip n="1">`. It stands after
 * the sanitizer, so that no text of a model or document can make such an element itself.
 */
export function markCitations() {
  return (tree: { children: TreeNode[] }): void => {
    tree.children = tree.children.flatMap(markNode);
  };
}

function markNode(node: TreeNode): TreeNode[] {
  if (node.type === 'text') return splitCitations(node.value).map(toNode);
  if (node.type === 'element' && !literalTags.has(node.tagName)) {
    node.children = node.children.flatMap(markNode);
  }
  return [node];
}

function toNode(piece: string | number): TreeNode {
  if (typeof piece === 'string') return { type: 'text', value: piece };
  return { type: 'element', tagName: 'citation-chip', properties: { n: piece }, children: [] };
}
