import { announcedBy } from './announced-by';
import { type Overlap, overlapWith } from './overlap';
import { type QuotableUnit, termsOf } from './passage-units';
import { type AskedFor, tellsWhatIsAsked } from './read-question';

export interface ScoredUnit {
  unit: QuotableUnit;
  /** How well it answers; 0 when it shares nothing with the question. */
  score: number;
}

/** How much a term counts that also stands in the titles above, or in the line before. */
const share = { above: 0.7, before: 0.15 };
/** A unit of the kind that is asked for, such as one with a number, counts so much more. */
const kindBonus = 1.2;
/** The same for what points at it: its label, what it announces. */
const placeBonus = 1.5;
/** The same where its title asks as the person does («How long …»), whatever search made of it. */
const titleBonus = 2.5;

function isQuestion({ text }: QuotableUnit): boolean {
  return /[?？]["”』」)]?$/.test(text);
}

/** A word or two that say nothing by themselves, such as a title on a page of its own. */
export function isBareWord({ kind, terms, text }: QuotableUnit): boolean {
  return kind !== 'row' && terms.size < 3 && !/[\p{P}\d]/u.test(text);
}

/** The header of a table, a question without its answer: alone they answer little. */
function worthOf(unit: QuotableUnit): number {
  const isBareHeader = unit.kind === 'row' && unit.header === undefined;
  return isBareHeader || isBareWord(unit) || isQuestion(unit) ? 0.35 : 1;
}

const interrogative = /\b(?:how (?:long|much|many|often|far)|when|where|who|why)\b/i;

/**
 * How well a unit is of the kind asked for: by its own words or those it announces, by its label
 * ("Client: …") and by the title above it.
 * @param units all of them, in reading order
 */
function fitOf(
  asked: AskedFor,
  unit: QuotableUnit,
  units: QuotableUnit[],
  overlap: Overlap,
): number {
  const word = interrogative.exec(asked.text)?.[0].toLowerCase();
  const isTitled = word !== undefined && unit.section.toLowerCase().includes(word);
  const label = /^([^:：。.]{1,24})[:：]\s*\S/.exec(unit.text)?.[1];
  const isLabelled = label !== undefined && overlap(termsOf(label)) > 0;
  const announced = announcedBy(unit, units);
  const told = [unit, ...announced].map(({ text }) => text).join(' ');
  const isOfKind = asked.expected !== undefined && tellsWhatIsAsked(asked, told);
  const places = [isOfKind && announced.length > 0, isLabelled].filter(Boolean).length;
  const title = isOfKind && isTitled ? titleBonus : 1;
  return (isOfKind ? kindBonus : 1) * title * placeBonus ** places;
}

/**
 * Scores units by the question's terms in them and around them, and by the kind that is asked for.
 * @param some those to be scored; what is rare among them tells them apart, so that of one passage
 * the words of its subject count little and what is asked about it much
 * @param all every unit, in reading order
 */
export function scoreUnits(
  asked: AskedFor,
  some: QuotableUnit[],
  all: QuotableUnit[],
): ScoredUnit[] {
  const overlap = overlapWith(asked, some);
  const titles = new Map<string, Set<string>>();
  const above = ({ document, section }: QuotableUnit) => {
    const title = `${document} ${section}`;
    const terms = titles.get(title) ?? termsOf(title);
    titles.set(title, terms);
    return terms;
  };
  return some.map((unit) => {
    const own = overlap(unit.terms);
    if (own === 0) return { unit, score: 0 };
    const before = all[unit.position - 1];
    const beyond = (terms: Set<string>) => overlap(terms.difference(unit.terms));
    const near = before?.n === unit.n ? beyond(before.terms) : 0;
    const around = share.above * beyond(above(unit)) + share.before * near;
    return { unit, score: (own + around) * fitOf(asked, unit, all, overlap) * worthOf(unit) };
  });
}
