import { overlapWith } from './overlap';
import { type QuotableUnit, termsOf } from './passage-units';
import { longestQuotation, quotationLength } from './quotation-length';
import { type AskedFor, tellsWhatIsAsked } from './read-question';

/** Where a long sentence may be cut: after what ends a clause. */
const clauseEnd = /(?<=[，；：、,;:—）)])(?!\d)/;

/** Each clause further from the beginning costs so much: a sentence that begins is better read. */
const startBonus = 1.05;

/**
 * A sentence too long to be quoted whole, as the clauses of it that say most of what is asked; what
 * is left out is marked.
 * @param passage the units that it stands among
 */
export function trimUnit(
  unit: QuotableUnit,
  asked: AskedFor,
  passage: QuotableUnit[],
): QuotableUnit {
  if (quotationLength(unit.text) <= longestQuotation) return unit;
  const clauses = unit.text.split(clauseEnd);
  const overlap = overlapWith(asked, passage);
  const windows = clauses.map((_, from) => {
    let text = '';
    let to = from;
    for (; to < clauses.length; to++) {
      const longer = text + clauses[to];
      if (text !== '' && quotationLength(longer) > longestQuotation - 1) break;
      text = longer;
    }
    const fits = tellsWhatIsAsked(asked, text) ? 1.2 : 1;
    const score = overlap(termsOf(text)) * fits * (from === 0 ? startBonus : 1);
    return { text: text.trim(), score, from, to };
  });
  const best = windows.reduce((a, b) => (b.score > a.score ? b : a));
  const before = best.from > 0 ? '… ' : '';
  const after = best.to < clauses.length ? ' …' : '';
  return { ...unit, text: `${before}${best.text}${after}` };
}
