import type { NumberedPassage } from './sources';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/**
 * Passages as a model reads them, each with its section: delimited and escaped, so that their text
 * cannot pose as ours.
 */
export function passagesPrompt(passages: NumberedPassage[]): string {
  if (passages.length === 0) return '<passages></passages>';
  const blocks = passages.map(({ n, passage }) => {
    const page = passage.page === null ? '' : ` page="${passage.page}"`;
    const open = `<passage n="${n}" document="${escapeXml(passage.document)}"${page}>`;
    const text = passage.section.map((chunk) => chunk.text).join('\n\n');
    return `${open}\n${escapeXml(text)}\n</passage>`;
  });
  return `<passages>\n${blocks.join('\n')}\n</passages>`;
}
