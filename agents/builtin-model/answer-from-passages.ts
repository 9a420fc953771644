import { translate } from '@/lib/i18n/translate';
import { detectLocale, type Locale } from '@/lib/locale';
import { chooseUnits } from './choose-units';
import { type QuotableUnit, quotableUnits } from './passage-units';
import type { PromptPassage } from './read-prompt';

/** Longest single sentence that is quoted whole, in characters. */
const longestUnit = 600;

/** Neighbours of one passage and one kind are shown together, with one citation. */
function groupUnits(units: QuotableUnit[]): QuotableUnit[][] {
  const groups: QuotableUnit[][] = [];
  for (const unit of units) {
    const last = groups.at(-1)?.[0];
    const isSame = last?.n === unit.n && last.kind === unit.kind && last.header === unit.header;
    if (isSame) groups.at(-1)?.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function shorten(text: string): string {
  if (text.length <= longestUnit) return text;
  const cut = text.slice(0, longestUnit).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestUnit / 2))} …`;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function markdownRow(row: string, columns: number): string {
  const cells = cellsOf(row);
  return `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`;
}

function showTable(rows: QuotableUnit[]): string {
  const header = rows[0]?.header ?? rows[0]?.text ?? '';
  const columns = Math.max(
    ...[header, ...rows.map(({ text }) => text)].map((r) => cellsOf(r).length),
  );
  const rule = `|${' --- |'.repeat(columns)}`;
  const body = rows.filter(({ text }) => text !== header);
  return [header, rule, ...body.map(({ text }) => text)]
    .map((row) => (row === rule ? row : markdownRow(row, columns)))
    .join('\n');
}

function showGroup(units: QuotableUnit[]): string {
  const citation = `[${units[0]?.n}]`;
  const texts = units.map(({ text }) => shorten(text));
  switch (units[0]?.kind) {
    case 'row':
      return `${showTable(units)}\n\n${citation}`;
    case 'item':
      return texts.map((text) => `- ${text} ${citation}`).join('\n');
    default:
      return `${texts.join(detectLocale(texts.join('')) === 'zh' ? '' : ' ')} ${citation}`;
  }
}

/** A lead-in where the quotation is no sentence of its own: table rows and list items. */
function leadIn(units: QuotableUnit[], passages: PromptPassage[], locale: Locale): string[] {
  const first = units[0];
  if (!first || first.kind === 'sentence') return [];
  const document = passages.find(({ n }) => n === first.n)?.document ?? '';
  return [translate(locale, 'agents.lead_in', { document })];
}

/**
 * Answers by quoting: the one to three sentences, items or rows of the passages that are nearest
 * to the question, word for word, each with its citation. Without anything to quote it says so
 * and offers a person.
 */
export function answerFromPassages(
  question: string,
  passages: PromptPassage[],
  locale: Locale,
): string {
  const units = chooseUnits(question, quotableUnits(passages));
  if (units.length === 0) return translate(locale, 'agents.no_source');
  return [...leadIn(units, passages, locale), ...groupUnits(units).map(showGroup)].join('\n\n');
}
