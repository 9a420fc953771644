import type { PromptPassage } from '@/agents/builtin-model/read-prompt';
import { splitSentences } from '@/knowledge/words/split-sentences';
import { tokenize } from '@/knowledge/words/tokenize';
import { countWords } from './count-words';
import { sectionLines } from './section-lines';

/** The least of a passage that is quoted: a sentence, a list item or a table row. */
export interface QuotableUnit {
  kind: 'sentence' | 'item' | 'row';
  text: string;
  /** Number of its passage. */
  n: number;
  /** Title of its document. */
  document: string;
  /** Place in reading order over all passages. */
  position: number;
  /** Which paragraph, list or table of all passages it is part of. */
  block: number;
  /** The title it stands under in its passage; empty where there is none. */
  section: string;
  /** The first row of its table. */
  header?: string;
  terms: Set<string>;
}

const bullet = /^\s*(?:[-*•·]|\d{1,2}[.)、])\s+/;

type Bare = Pick<QuotableUnit, 'kind' | 'text' | 'block' | 'section' | 'header'>;

const remembered = new Map<string, Set<string>>();
const maxRemembered = 4_000;

/** The terms of a text; of what is asked for often they are remembered. Not to be changed. */
export function termsOf(text: string): Set<string> {
  const known = remembered.get(text);
  if (known) return known;
  const terms = new Set(tokenize(text).map(({ term }) => term));
  if (remembered.size >= maxRemembered) {
    const oldest = remembered.keys().next();
    if (!oldest.done) remembered.delete(oldest.value);
  }
  remembered.set(text, terms);
  return terms;
}

function isRow(line: string): boolean {
  return line.includes(' | ') || /^\|.*\|$/.test(line.trim());
}

/** Cuts a passage's text; consecutive rows are one block, and so are consecutive list items. */
function unitsOfText(text: string): Bare[] {
  const units: Bare[] = [];
  let block = 0;
  for (const { line, section } of sectionLines(text)) {
    const last = units.at(-1);
    const kind = isRow(line) ? 'row' : bullet.test(line) ? 'item' : 'sentence';
    if (last?.kind !== kind || last.section !== section || kind === 'sentence') block += 1;
    const place = { kind, block, section } as const;
    if (kind === 'row') {
      const header = last?.block === block ? (last.header ?? last.text) : undefined;
      units.push({ ...place, text: line, header });
    } else if (kind === 'item') units.push({ ...place, text: line.replace(bullet, '') });
    else units.push(...splitSentences(line).map((sentence) => ({ ...place, text: sentence })));
  }
  return units;
}

/** A sentence of clauses parted by semicolons is joined again up to so many words. */
const longestClauses = 25;

/** "May I? Yes." is one thing to quote: the answer means nothing without its question. */
function joinAnswers(units: Bare[]): Bare[] {
  const joined: Bare[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    const isAnswer = last && last.kind === unit.kind && /[?？]$/.test(last.text);
    const isRest = last?.block === unit.block && /[;；]$/.test(last.text);
    if (unit.kind === 'row') joined.push({ ...unit });
    else if (isAnswer) last.text += ` ${unit.text}`;
    else if (isRest && countWords(last.text) < longestClauses) last.text += unit.text;
    else joined.push({ ...unit });
  }
  return joined;
}

/** Everything in the passages that may be quoted, in reading order; titles are not among it. */
export function quotableUnits(passages: PromptPassage[]): QuotableUnit[] {
  return passages
    .flatMap(({ n, document, text }) =>
      joinAnswers(unitsOfText(text)).map((unit) => ({ ...unit, n, document })),
    )
    .map((unit, position) => ({
      ...unit,
      position,
      block: unit.n * 10_000 + unit.block,
      // Read when they are needed: most passages are only there in case.
      get terms() {
        return termsOf(`${unit.header ?? ''} ${unit.text}`);
      },
    }));
}
