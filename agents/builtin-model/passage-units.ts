import { splitSentences } from '@/knowledge/split-sentences';
import { tokenize } from '@/knowledge/tokenize';
import type { PromptPassage } from './read-prompt';

/** The least of a passage that is quoted: a sentence, a list item or a table row. */
export interface QuotableUnit {
  kind: 'sentence' | 'item' | 'row';
  text: string;
  /** Number of its passage. */
  n: number;
  /** Place in reading order over all passages. */
  position: number;
  /** The first row of its table. */
  header?: string;
  terms: Set<string>;
}

const bullet = /^\s*(?:[-*•·]|\d{1,2}[.)、])\s+/;
const heading = /^#{1,6}\s/;

type Bare = Pick<QuotableUnit, 'kind' | 'text' | 'header'>;

function isRow(line: string): boolean {
  return line.includes(' | ') || /^\|.*\|$/.test(line.trim());
}

function unitsOfText(text: string): Bare[] {
  let header: string | undefined;
  return text.split('\n').flatMap((line): Bare[] => {
    const plain = line.trim();
    if (plain === '' || heading.test(plain) || /^[|:\s-]+$/.test(plain)) return [];
    if (isRow(plain)) {
      const isHeader = header === undefined;
      header ??= plain;
      return isHeader ? [{ kind: 'row', text: plain }] : [{ kind: 'row', text: plain, header }];
    }
    header = undefined;
    if (bullet.test(plain)) return [{ kind: 'item', text: plain.replace(bullet, '') }];
    return splitSentences(plain).map((sentence) => ({ kind: 'sentence', text: sentence }));
  });
}

/** "May I? Yes." is one thing to quote: the answer means nothing without its question. */
function joinAnswers(units: Bare[]): Bare[] {
  const joined: Bare[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    const isAnswer = last && last.kind === unit.kind && /[?？]$/.test(last.text);
    if (isAnswer && unit.kind !== 'row') last.text += ` ${unit.text}`;
    else joined.push({ ...unit });
  }
  return joined;
}

/** Everything in the passages that may be quoted, in reading order. */
export function quotableUnits(passages: PromptPassage[]): QuotableUnit[] {
  return passages
    .flatMap(({ n, text }) => joinAnswers(unitsOfText(text)).map((unit) => ({ ...unit, n })))
    .map((unit, position) => ({
      ...unit,
      position,
      terms: new Set(tokenize(`${unit.header ?? ''} ${unit.text}`).map(({ term }) => term)),
    }));
}
