import { joinLines } from './parsers/clean-text';
import type { Element } from './parsers/parsed-document';
import { rowLine } from './parsers/table-element';
import { splitSentences } from './split-sentences';

/** Size at which a chunk is full. A Chinese character weighs as much as these many Latin ones. */
export const chunkSize = 1200;
const hanWeight = 2.5;
/** A sentence beyond this weight is no sentence; it is cut where it can be. */
const maxUnit = chunkSize * 2;

/** A passage as search finds it. */
export interface Chunk {
  text: string;
  /** Titles above it, outermost first. */
  headingPath: string[];
  /** The page it stands on, and the last if it has several; null where the format has none. */
  page: number | null;
  pageTo: number | null;
}

/** The least that is never cut: a sentence, an item, a row. */
interface Unit {
  text: string;
  page: number | null;
  /** Stands again at the top of a chunk that begins with this unit: the header of its table. */
  header?: string;
  /** What stands between this unit and the one before. */
  glue: string;
}

/**
 * Cuts a document into chunks of about `chunkSize`. A title begins a new chunk unless the one
 * before holds nothing but titles, and so does a page, for a citation names one. Sentences, list
 * items and table rows are never cut, and each part of a long table repeats the header row.
 */
export function chunkElements(elements: Element[]): Chunk[] {
  const chunker = new Chunker();
  for (const element of elements) {
    if (element.kind === 'title') chunker.addTitle(element);
    else for (const unit of unitsOf(element)) chunker.addUnit(unit);
  }
  return chunker.finish();
}

/** How much of a chunk a text fills. */
export function weigh(text: string): number {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return text.length + han * (hanWeight - 1);
}

class Chunker {
  private readonly chunks: Chunk[] = [];
  private titles: { text: string; level: number }[] = [];
  private units: Unit[] = [];
  private weight = 0;
  /** A title that no text has followed yet. */
  private isBareTitle = false;

  addTitle({ text, level = 1, page }: Element): void {
    if (!this.isBareTitle) this.close();
    this.titles = [...this.titles.filter((title) => title.level < level), { text, level }];
    this.isBareTitle = true;
    this.push({ text, page, glue: '\n' });
  }

  addUnit(unit: Unit): void {
    const isFull = this.weight + weigh(unit.glue + unit.text) > chunkSize;
    const isNextPage = !this.isBareTitle && this.units.at(-1)?.page !== unit.page;
    if (this.units.length > 0 && (isFull || isNextPage)) this.close();
    this.isBareTitle = false;
    if (this.units.length === 0 && unit.header) {
      this.push({ text: unit.header, page: unit.page, glue: '' });
    }
    this.push(unit);
  }

  finish(): Chunk[] {
    this.close();
    return this.chunks;
  }

  private push(unit: Unit): void {
    this.units.push(unit);
    this.weight += weigh(unit.glue + unit.text) + 1;
  }

  private close(): void {
    const units = this.units.splice(0);
    this.weight = 0;
    if (units.length === 0) return;
    // A title at the foot of a page belongs to the text on the next, which is what is cited.
    const page = units.at(-1)?.page ?? null;
    this.chunks.push({
      text: joinUnits(units),
      headingPath: this.titles.map((title) => title.text),
      page,
      pageTo: page,
    });
  }
}

function joinUnits(units: Unit[]): string {
  return units.reduce((text, unit) => {
    if (text === '') return unit.text;
    return unit.glue === '' ? joinLines([text, unit.text]) : text + unit.glue + unit.text;
  }, '');
}

function unitsOf(element: Element): Unit[] {
  const { page } = element;
  if (element.rows) return rowUnits(element.rows, page);
  return element.text.split('\n').flatMap((line, lineIndex) =>
    splitSentences(line)
      .flatMap(cutOverlong)
      .map((text, index): Unit => {
        const startsElement = lineIndex === 0 && index === 0;
        return { text, page, glue: startsElement ? '\n\n' : index === 0 ? '\n' : '' };
      }),
  );
}

function rowUnits([header = [], ...rows]: string[][], page: number | null): Unit[] {
  const line = rowLine(header);
  const first: Unit = { text: line, page, glue: '\n\n' };
  return [
    first,
    ...rows.map((row): Unit => ({ text: rowLine(row), page, header: line, glue: '\n' })),
  ];
}

/** Text without any end of sentence is cut between words, or where it must. */
function cutOverlong(sentence: string): string[] {
  if (weigh(sentence) <= maxUnit) return [sentence];
  const pieces: string[] = [];
  const longest = Math.floor((chunkSize * sentence.length) / weigh(sentence));
  for (let at = 0; at < sentence.length; ) {
    const end = at + longest;
    const space = sentence.lastIndexOf(' ', end);
    const cut = end < sentence.length && space > at + longest / 2 ? space : end;
    pieces.push(sentence.slice(at, cut).trim().toWellFormed());
    at = cut;
  }
  return pieces.filter(Boolean);
}
