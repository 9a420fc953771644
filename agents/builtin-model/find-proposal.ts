import { catalogs } from '@/lib/i18n/catalog';

/**
 * What became of a tool's proposal, by what an assistant's text says of its card, such as
 * `(Book an appointment: declined)`; undefined where it shows no card of this tool.
 */
export function findProposal(tool: string, assistantText: string): string | undefined {
  for (const { agents } of Object.values(catalogs)) {
    const actions: Record<string, { title: string }> = agents.actions;
    const card = `(${actions[tool]?.title}: `;
    const at = assistantText.lastIndexOf(card);
    if (at >= 0) return /^[a-z]+/.exec(assistantText.slice(at + card.length))?.[0];
  }
  return undefined;
}
