import type { PageArea } from '@/lib/shared/chunks';
import { joinLines } from '../parsers/clean-text';
import type { Element } from '../parsers/parsed-document';
import { estimateTokens, sizes } from '../text-size';
import { titleUnit, type Unit, unitsOf } from './chunk-units';
import { mergeBoxes } from './merge-boxes';

/** What joining two units may add, in tokens. */
const glueTokens = 0.25;

/** A passage as search finds it. */
export interface Chunk {
  text: string;
  /** Titles above it, outermost first. */
  headingPath: string[];
  /** Chunks under the same title share this number, from 0 in reading order. */
  section: number;
  /** The page it stands on, and the last if it has several; null where the format has none. */
  page: number | null;
  pageTo: number | null;
  /** Where its text stands on its pages; empty where the format has no places. */
  boxes: PageArea[];
}

/**
 * Cuts a document into chunks of about `sizes.chunk` tokens. A title begins a new chunk unless the
 * one before holds nothing but titles, and so does a page, for a citation names one. Sentences,
 * list items and table rows are never cut, and each part of a long table repeats the header row.
 * What is hidden in the document is left out.
 */
export function chunkElements(elements: Element[]): Chunk[] {
  const chunker = new Chunker();
  for (const element of elements) {
    if (element.hidden) continue;
    if (element.kind === 'title') chunker.addTitle(element);
    else for (const unit of unitsOf(element)) chunker.addUnit(unit);
  }
  return chunker.finish();
}

class Chunker {
  private readonly chunks: Chunk[] = [];
  private titles: { text: string; level: number }[] = [];
  private section = 0;
  private units: Unit[] = [];
  private tokens = 0;
  /** A title that no text has followed yet. */
  private isBareTitle = false;

  addTitle(title: Element): void {
    const { text, level = 1 } = title;
    if (!this.isBareTitle) {
      this.close();
      if (this.chunks.length > 0) this.section += 1;
    }
    this.titles = [...this.titles.filter((above) => above.level < level), { text, level }];
    this.isBareTitle = true;
    this.push(titleUnit(title));
  }

  addUnit(unit: Unit): void {
    const isFull = this.tokens + estimateTokens(unit.glue + unit.text) > sizes.chunk;
    const isNextPage = !this.isBareTitle && this.units.at(-1)?.page !== unit.page;
    if (this.units.length > 0 && (isFull || isNextPage)) this.close();
    this.isBareTitle = false;
    if (this.units.length === 0 && unit.header) {
      this.push({ text: unit.header, page: unit.page, boxes: [], glue: '' });
    }
    this.push(unit);
  }

  finish(): Chunk[] {
    this.close();
    return this.chunks;
  }

  private push(unit: Unit): void {
    this.units.push(unit);
    this.tokens += estimateTokens(unit.glue + unit.text) + glueTokens;
  }

  private close(): void {
    const units = this.units.splice(0);
    this.tokens = 0;
    if (units.length === 0) return;
    // A title at the foot of a page belongs to the text on the next, which is what is cited.
    const page = units.at(-1)?.page ?? null;
    this.chunks.push({
      text: joinUnits(units),
      headingPath: this.titles.map((title) => title.text),
      section: this.section,
      page,
      pageTo: page,
      boxes: areasOf(units),
    });
  }
}

/** Each line once: a sentence may end on the line on which the next begins. */
function areasOf(units: Unit[]): PageArea[] {
  const boxes = new Map(
    units.flatMap(({ boxes, page }) =>
      page === null ? [] : boxes.map((box) => [box, page] as const),
    ),
  );
  return mergeBoxes([...boxes].map(([{ at: _, ...area }, page]) => ({ ...area, page })));
}

function joinUnits(units: Unit[]): string {
  return units.reduce((text, unit) => {
    if (text === '') return unit.text;
    return unit.glue === '' ? joinLines([text, unit.text]) : text + unit.glue + unit.text;
  }, '');
}
