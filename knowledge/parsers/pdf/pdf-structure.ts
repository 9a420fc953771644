import { z } from 'zod';

/** A part of a tagged page: a node with a role, or the number of a piece of marked content. */
export type TagNode = TagGroup | { mark: number };

export interface TagGroup {
  role: string;
  children: TagNode[];
  columns: number;
  rows: number;
}

const contentSchema = z
  .object({ type: z.literal('content'), id: z.string().regex(/_mc\d+$/) })
  .transform(({ id }) => ({ mark: Number(/\d+$/.exec(id)?.[0]) }));

/** Of objects that are no text (links, form fields) nothing is wanted. */
const otherSchema = z.object({ type: z.string() }).transform(() => null);

const span = z.number().int().min(1).max(100).catch(1);

const groupSchema: z.ZodType<TagGroup> = z
  .object({
    role: z.string(),
    get children() {
      return z.array(z.union([contentSchema, otherSchema, groupSchema]));
    },
    colSpan: span.optional(),
    rowSpan: span.optional(),
  })
  .transform(({ role, children, colSpan = 1, rowSpan = 1 }) => ({
    role,
    children: children.filter((child) => child !== null),
    columns: colSpan,
    rows: rowSpan,
  }));

/** The structure that a document gives a page, as pdf.js reads it; null when there is none to use. */
export function readTags(tree: unknown): TagGroup | null {
  const parsed = groupSchema.safeParse(tree);
  return parsed.success ? parsed.data : null;
}

/** A block of text that the tags hold together, by the numbers of its content. */
export interface TagBlock {
  kind: 'title' | 'text' | 'list';
  level?: number;
  marks: number[];
}

export interface TagTable {
  kind: 'table';
  /** Cells that span several stand where they begin. */
  rows: { marks: number[]; columns: number; rows: number }[][];
}

const headings: Record<string, number> = {
  Title: 1,
  H: 1,
  H1: 1,
  H2: 2,
  H3: 3,
  H4: 4,
  H5: 5,
  H6: 6,
};
/** Roles that stand for a block of text; others only group blocks, or stand inside one. */
const blockRoles = new Set([
  ...Object.keys(headings),
  ...['P', 'L', 'LI', 'Table', 'TR', 'Caption', 'BlockQuote', 'Note', 'TOCI', 'Code', 'Formula'],
]);

/** The blocks of a tagged page in the order of its tags, which is that of reading. */
export function tagBlocks(node: TagGroup): (TagBlock | TagTable)[] {
  const level = headings[node.role];
  if (level !== undefined) return [{ kind: 'title', level, marks: marksOf(node) }];
  if (node.role === 'Table') {
    const rows = tableRows(node);
    if (isTable(rows)) return [{ kind: 'table', rows }];
  }
  if (node.role === 'LI') return listItem(node);
  if (!holdsBlocks(node)) return [{ kind: 'text', marks: marksOf(node) }];
  return node.children.flatMap((child) =>
    'mark' in child ? [{ kind: 'text' as const, marks: [child.mark] }] : tagBlocks(child),
  );
}

function marksOf(node: TagGroup): number[] {
  return node.children.flatMap((child) => ('mark' in child ? [child.mark] : marksOf(child)));
}

function holdsBlocks(node: TagGroup): boolean {
  return node.children.some(
    (child) => 'role' in child && (blockRoles.has(child.role) || holdsBlocks(child)),
  );
}

/** What an item says itself, then the lists inside of it. */
function listItem(node: TagGroup): (TagBlock | TagTable)[] {
  const inner: TagGroup[] = [];
  const own = (group: TagGroup): number[] =>
    group.children.flatMap((child) => {
      if ('mark' in child) return [child.mark];
      if (child.role !== 'L' && child.role !== 'Table') return own(child);
      inner.push(child);
      return [];
    });
  const item: TagBlock = { kind: 'list', marks: own(node) };
  return [item, ...inner.flatMap(tagBlocks)];
}

function tableRows(node: TagGroup): TagTable['rows'] {
  return node.children.flatMap((child) => {
    if ('mark' in child) return [];
    if (child.role !== 'TR') return tableRows(child);
    const cells = child.children.filter((cell) => 'role' in cell);
    return [
      cells.map((cell) => ({ marks: marksOf(cell), columns: cell.columns, rows: cell.rows })),
    ];
  });
}

/** One row or one column is a frame around text rather than a table. */
function isTable(rows: TagTable['rows']): boolean {
  return rows.length > 1 && rows.some((row) => row.length > 1);
}
