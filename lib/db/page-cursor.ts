import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';

/** Where a page of a list ends that goes back in time: its last row's moment and id. */
export interface PageCursor {
  /** ISO 8601, with microseconds. */
  at: string;
  id: string;
}

const separator = '~';

/** Reads a cursor from an address, `<at>~<id>`; ids hold no tilde. */
export const pageCursorSchema = z
  .string()
  .max(200)
  .transform((text): PageCursor => {
    const [at = '', id = ''] = text.split(separator);
    return { at, id };
  })
  .pipe(z.object({ at: z.iso.datetime(), id: z.string().min(1) }));

/** A moment as text: a JavaScript date would lose the microseconds that the order stands on. */
export function exactTime(column: PgColumn): SQL<string> {
  return sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** The condition of rows that come after the cursor in a list, latest first. */
export function isAfter(cursor: PageCursor, at: PgColumn, id: PgColumn): SQL {
  return sql`(${at}, ${id}) < (${cursor.at}::timestamptz, ${cursor.id})`;
}

/**
 * Cuts what was read for a page, one row more than fits, to that page.
 * @returns its rows, and the next page's cursor as it stands in an address; null on the last page.
 */
export function cutPage<Row>(
  read: Row[],
  limit: number,
  cursorOf: (last: Row) => PageCursor,
): { rows: Row[]; next: string | null } {
  const rows = read.slice(0, limit);
  const last = rows.at(-1);
  if (read.length <= limit || !last) return { rows, next: null };
  const { at, id } = cursorOf(last);
  return { rows, next: `${at}${separator}${id}` };
}
