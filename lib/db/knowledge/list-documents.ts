import { and, desc, eq, ilike, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { documents } from '@/drizzle/schema/knowledge';
import type { Principal } from '@/lib/auth/principal';
import { type DocumentCounts, type DocumentFilter, maxCounted } from '@/lib/shared/documents';
import { db } from '../client';
import { cutPage, isAfter, type PageCursor } from '../page-cursor';
import { latest, readableBy, selectDocuments, toRow } from './documents';

/** Documents on one page of a list, when nobody says otherwise. */
export const documentPageSize = 500;

/** A page of the documents this principal may read, newest first, after `cursor` when it is given. */
export async function listDocuments(
  principal: Principal,
  {
    cursor,
    limit = documentPageSize,
    filter = {},
  }: { cursor?: PageCursor; limit?: number; filter?: DocumentFilter } = {},
) {
  const after = cursor && isAfter(cursor, documents.createdAt, documents.id);
  const read = await selectDocuments()
    .where(and(readableBy(principal), after, ...conditionsOf(filter)))
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(limit + 1);
  const { rows, next } = cutPage(read, limit, ({ createdAt, document }) => ({
    at: createdAt,
    id: document.id,
  }));
  return { rows: rows.map(toRow), next };
}

function conditionsOf({ q, status, visibility, source }: DocumentFilter): (SQL | undefined)[] {
  const words = (q ?? '').split(/\s+/).filter(Boolean);
  return [
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      return or(ilike(documents.title, pattern), ilike(latest.filename, pattern));
    }),
    status && hasStatus(status),
    visibility && eq(documents.visibility, visibility),
    source ? eq(documents.sourceId, source) : undefined,
  ];
}

function hasStatus(status: NonNullable<DocumentFilter['status']>): SQL {
  if (status === 'unfinished') return notInArray(latest.status, ['ready', 'failed']);
  return eq(latest.status, status);
}

/** How many documents this principal may read in each state, each up to `maxCounted`. */
export async function countDocuments(principal: Principal): Promise<DocumentCounts> {
  const counted = async (status?: DocumentFilter['status']) => {
    const some = db()
      .select({ one: sql`1` })
      .from(documents)
      .innerJoin(latest, eq(latest.id, documents.latestVersionId))
      .where(and(readableBy(principal), status && hasStatus(status)))
      .limit(maxCounted)
      .as('some');
    const [row] = await db().select({ n: sql<number>`count(*)::int` }).from(some);
    return row?.n ?? 0;
  };
  const [all, ready, unfinished, failed] = await Promise.all([
    counted(),
    counted('ready'),
    counted('unfinished'),
    counted('failed'),
  ]);
  return { all, ready, unfinished, failed };
}

/** The newest versions that failed before a moment, of documents this principal may read. */
export async function listFailed(
  principal: Principal,
  { endedBefore, limit }: { endedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db()
    .select({ id: latest.id })
    .from(documents)
    .innerJoin(latest, eq(latest.id, documents.latestVersionId))
    .where(and(readableBy(principal), eq(latest.status, 'failed'), lt(latest.endedAt, endedBefore)))
    // In one order for all who ask, so that two who lock them at once do not block each other.
    .orderBy(latest.id)
    .limit(limit);
  return rows.map((row) => row.id);
}
