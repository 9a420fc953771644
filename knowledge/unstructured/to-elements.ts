import type { Element } from '../parsers/parsed-document';
import { tableElements } from '../parsers/table-element';
import { elementBox } from './element-box';
import { kindOfType } from './element-kinds';
import type { PartitionedElement } from './partitioned-element';
import { readHtmlTable } from './read-html-table';
import { tidyText } from './tidy-text';

/** The service's elements as ours, in their order; each keeps the service's name for it. */
export async function toElements(answer: PartitionedElement[]): Promise<Element[]> {
  const elements: Element[] = [];
  for (const part of answer) {
    for (const element of await toOurs(part)) {
      const list = openList(elements, element);
      if (list) appendItem(list, element);
      else elements.push(element);
    }
  }
  return elements;
}

async function toOurs(part: PartitionedElement): Promise<Element[]> {
  const { type, metadata } = part;
  const kind = kindOfType(type);
  if (!kind) return [];
  const page = metadata.page_number ?? null;
  const box = elementBox(metadata.coordinates);
  const place = { sourceType: type, ...(box ? { boxes: [box] } : {}) };
  if (kind === 'table' && metadata.text_as_html) {
    const rows = await readHtmlTable(metadata.text_as_html);
    const tables = tableElements(rows, page).map((table) => ({ ...table, ...place }));
    if (tables.length > 0) return tables;
  }
  const text = tidyText(part.text, type);
  if (text === '') return [];
  const depth = metadata.category_depth ?? 0;
  if (kind === 'title') return [{ kind, text, page, level: Math.min(depth + 1, 6), ...place }];
  if (kind === 'list') return [{ kind, text: listLine(text, depth), page, ...place }];
  // A table without its cells is only the words in it.
  return [{ kind: kind === 'table' ? 'text' : kind, text, page, ...place }];
}

/** A line of a list as our own readers write it; numbers of the author's stay. */
function listLine(text: string, depth: number): string {
  const bare = text.replace(/^[-–•◦▪●·*]\s+/, '');
  const mark = /^(\d{1,3}|[a-z])[.)]\s/i.test(bare) ? '' : '- ';
  return `${'  '.repeat(Math.min(depth, 5))}${mark}${bare}`;
}

/** The service gives each item of a list on its own; those of a page that follow are one list. */
function openList(elements: Element[], next: Element): Element | undefined {
  const last = elements.at(-1);
  const isOneList = last?.kind === 'list' && next.kind === 'list' && last.page === next.page;
  return isOneList ? last : undefined;
}

function appendItem(list: Element, item: Element): void {
  const at = list.text.length + 1;
  list.text = `${list.text}\n${item.text}`;
  if (item.boxes)
    list.boxes = [...(list.boxes ?? []), ...item.boxes.map((box) => ({ ...box, at }))];
}
