import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import type { ActionCard } from '@/lib/shared/chat';

/**
 * What a person would read of what waits for them in the chat: what would be done, that nothing is
 * done yet, and where they confirm it. '' where nothing waits.
 * @param chat the address of the conversation
 */
export function proposalText(cards: readonly ActionCard[], chat: string, locale: Locale): string {
  const proposed = cards.filter(({ state }) => state === 'proposed');
  if (proposed.length === 0) return '';
  const titles = proposed.map((card) => lineOf(card)).join('\n');
  return translate(locale, 'agents.proposal', { titles, chat });
}

/** `Refund (Order: SO-10421; Refund: SGD 20.00)` */
function lineOf({ title, fields }: ActionCard): string {
  const facts = fields.map(({ label, value }) => `${label}: ${value.replaceAll('\n', ' / ')}`);
  return facts.length === 0 ? `- ${title}` : `- ${title} (${facts.join('; ')})`;
}
