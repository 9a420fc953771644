import { escapeMarkup } from '@/lib/escape-markup';
import type { NumberedPassage } from './sources';

/**
 * Passages as a model reads them, each with its section: delimited and escaped, so that their text
 * cannot pose as ours.
 */
export function passagesPrompt(passages: NumberedPassage[]): string {
  if (passages.length === 0) return '<passages></passages>';
  const blocks = passages.map(({ n, passage }) => {
    const page = passage.page === null ? '' : ` page="${passage.page}"`;
    const open = `<passage n="${n}" document="${escapeMarkup(passage.document)}"${page}>`;
    const text = passage.section.map((chunk) => chunk.text).join('\n\n');
    return `${open}\n${escapeMarkup(text)}\n</passage>`;
  });
  return `<passages>\n${blocks.join('\n')}\n</passages>`;
}
