import type { PromptPassage } from '@/agents/builtin-model/read-prompt';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { chooseUnits } from './choose-units';
import { type QuotableUnit, quotableUnits } from './passage-units';
import { showUnits } from './show-units';

/** A lead-in where the quotation is no sentence of its own: table rows and list items. */
function leadIn(units: QuotableUnit[], locale: Locale): string[] {
  const first = units[0];
  if (!first || first.kind === 'sentence') return [];
  const { document, section } = first;
  return section === '' || section === document
    ? [translate(locale, 'agents.lead_in', { document })]
    : [translate(locale, 'agents.lead_in_section', { document, section })];
}

/**
 * Answers by quoting: the few sentences, items or rows of the passages that are nearest to the
 * question, word for word, each with its citation. Without anything to quote it says so and offers
 * a person.
 */
export function answerFromPassages(
  question: string,
  passages: PromptPassage[],
  locale: Locale,
): string {
  const units = chooseUnits(question, quotableUnits(passages));
  if (units.length === 0) return translate(locale, 'agents.no_source');
  return [...leadIn(units, locale), ...showUnits(units)].join('\n\n');
}
