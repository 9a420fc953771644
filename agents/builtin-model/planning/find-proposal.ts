import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { catalogs } from '@/lib/i18n/catalog';
import { locales } from '@/lib/locale';

/**
 * What became of a tool's proposal, by what an assistant's text says of its card, such as
 * `(Book an appointment: declined)`; undefined where it shows no card of this tool.
 */
export function findProposal(
  { name, connected }: BoundTool,
  assistantText: string,
): string | undefined {
  for (const locale of locales) {
    const actions: Record<string, { title: string }> = catalogs[locale].agents.actions;
    const card = `(${connected?.titles[locale] ?? actions[name]?.title}: `;
    const at = assistantText.lastIndexOf(card);
    if (at >= 0) return /^[a-z]+/.exec(assistantText.slice(at + card.length))?.[0];
  }
  return undefined;
}
