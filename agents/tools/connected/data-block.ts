import { escapeMarkup } from '@/lib/escape-markup';

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/**
 * Lines of an outside system's data as a model is given them: delimited and escaped as passages
 * are, so that nothing in them can end the block or be taken for an order.
 */
export function toDataBlock(from: string, lines: string[]): string {
  return `<data from="${escapeMarkup(from)}">\n${lines.map(escapeMarkup).join('\n')}\n</data>`;
}

/** The lines of such a block as they were; none where a text is no such block. */
export function readDataBlock(block: unknown): string[] {
  const inner = typeof block === 'string' && /^<data [^>]*>\n([\s\S]*)\n<\/data>$/.exec(block)?.[1];
  if (!inner) return [];
  const plain = inner.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
  return plain.split('\n');
}
