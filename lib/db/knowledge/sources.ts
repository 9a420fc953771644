import { and, asc, eq, getTableColumns, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { documents } from '@/drizzle/schema/knowledge';
import { sources } from '@/drizzle/schema/sources';
import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { notFound } from '@/lib/errors';
import type { SourceFaultCode, SourceOutcome, SourceProgress } from '@/lib/shared/sources';
import { db, type Executor, type Transaction } from '../client';

export type SourceRow = Omit<typeof sources.$inferSelect, 'outcome'> & {
  /** What the last run did, and how far the present one is: not parsed yet. */
  last: unknown;
  progress: unknown;
  /** How many documents come from it now. */
  documents: number;
};
export type NewSource = typeof sources.$inferInsert;

/** What a source remembers of one thing it holds, by its key. */
const knownItemSchema = z.object({
  /** As the connector made it of a date, a size or an ETag; null where there is nothing like that. */
  fingerprint: z.string().nullable(),
  /** Milliseconds since 1970. */
  checkedAt: z.number(),
});
export type KnownItems = Record<string, z.infer<typeof knownItemSchema>>;

/** What the column `outcome` holds. `known` grows with the source: lists leave it in the database. */
interface Stored {
  last: SourceOutcome;
  progress: SourceProgress | null;
  known: KnownItems;
}

const { outcome: _outcome, ...plainColumns } = getTableColumns(sources);
const columns = {
  ...plainColumns,
  last: sql<unknown>`${sources.outcome}->'last'`,
  progress: sql<unknown>`${sources.outcome}->'progress'`,
  // Columns of a query on one table go without its name, which inside would mean another one.
  documents: sql<number>`(
    select count(*)::int from ${documents} where ${documents}.source_id = ${sources}.id)`,
};

/** Sources whose documents this principal may read; admins see all. */
function readableBy(principal: Principal): SQL | undefined {
  if (principal.roles.includes('admin')) return undefined;
  return inArray(sources.visibility, readableVisibilities(principal));
}

export async function findSource(id: string): Promise<SourceRow | null> {
  const [row] = await db().select(columns).from(sources).where(eq(sources.id, id)).limit(1);
  return row ?? null;
}

/** @throws AppError `not_found` when it is not there or not to be seen by this principal */
export async function requireSource(principal: Principal | null, id: string): Promise<SourceRow> {
  const isSeen = principal ? readableBy(principal) : undefined;
  const [row] = await db()
    .select(columns)
    .from(sources)
    .where(and(eq(sources.id, id), isSeen));
  if (!row) throw notFound();
  return row;
}

/** The sources this principal may see, by name; all of them for the command line. */
export async function listSources(principal: Principal | null): Promise<SourceRow[]> {
  return db()
    .select(columns)
    .from(sources)
    .where(principal ? readableBy(principal) : undefined)
    .orderBy(asc(sources.name), asc(sources.id));
}

/** Sources that go by themselves: not paused, of these kinds. */
export async function listActiveSources(kinds: string[]): Promise<SourceRow[]> {
  return db()
    .select(columns)
    .from(sources)
    .where(and(eq(sources.isPaused, false), inArray(sources.kind, kinds)));
}

/** Ids of sources whose next run is due. */
export async function listDueSources(): Promise<string[]> {
  const rows = await db()
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.isPaused, false), lte(sources.nextRunAt, new Date())))
    .orderBy(asc(sources.nextRunAt));
  return rows.map(({ id }) => id);
}

export async function createSource(executor: Executor, source: NewSource): Promise<void> {
  await executor.insert(sources).values(source);
}

/** @throws AppError `not_found` */
export async function updateSource(
  executor: Executor,
  id: string,
  changes: Partial<NewSource>,
): Promise<void> {
  const [row] = await executor
    .update(sources)
    .set(changes)
    .where(eq(sources.id, id))
    .returning({ id: sources.id });
  if (!row) throw notFound();
}

/**
 * Marks a run as begun, and when the next is due. It goes on for as long as the source keeps the
 * moment that is returned.
 */
export async function beginRun({
  id,
  everyMinutes,
}: Pick<SourceRow, 'id' | 'everyMinutes'>): Promise<Date> {
  const startedAt = new Date();
  await updateSource(db(), id, {
    state: 'running',
    startedAt,
    endedAt: null,
    errorCode: null,
    errorDetail: null,
    nextRunAt: new Date(startedAt.getTime() + everyMinutes * 60_000),
    outcome: withPart({ progress: { found: 0, done: 0 } }),
  });
  return startedAt;
}

/**
 * Locks a source until the transaction ends: documents that its run adds wait for that.
 * @throws AppError `not_found` when it is not there or not to be seen by this principal
 */
export async function lockSource(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<{ visibility: string }> {
  const [row] = await tx
    .select({ visibility: sources.visibility })
    .from(sources)
    .where(and(eq(sources.id, id), readableBy(principal)))
    .for('update');
  if (!row) throw notFound();
  return row;
}

/** Ends whatever run is on its way: it notices before the next thing it takes. */
export async function cancelRun(id: string, executor: Executor = db()): Promise<void> {
  await executor
    .update(sources)
    .set({ state: 'idle', startedAt: null })
    .where(and(eq(sources.id, id), eq(sources.state, 'running')));
}

/** Whether the run that began at this moment is to go on. */
export async function isRunWanted(id: string, startedAt: Date): Promise<boolean> {
  const [row] = await db()
    .select({ startedAt: sources.startedAt })
    .from(sources)
    .where(eq(sources.id, id));
  return row?.startedAt?.getTime() === startedAt.getTime();
}

export async function setProgress(id: string, progress: SourceProgress): Promise<void> {
  await db()
    .update(sources)
    .set({ outcome: withPart({ progress }) })
    .where(eq(sources.id, id));
}

/** Stores what a run did, and what the next one has to know. */
export async function endRun(id: string, last: SourceOutcome, known: KnownItems): Promise<void> {
  await db()
    .update(sources)
    .set({
      state: 'idle',
      endedAt: new Date(),
      outcome: withPart({ last, known, progress: null }),
    })
    .where(eq(sources.id, id));
}

/** Stores why a run could not be done. What the run before did stays as it was told. */
export async function failRun(
  id: string,
  code: SourceFaultCode,
  detail: Record<string, string | number> = {},
): Promise<void> {
  await db()
    .update(sources)
    .set({
      state: 'failed',
      endedAt: new Date(),
      errorCode: code,
      errorDetail: JSON.stringify(detail),
    })
    .where(eq(sources.id, id));
}

/** The column `outcome` with these parts of it new, changed where it lies. */
function withPart(part: Partial<Stored>): SQL {
  return sql`coalesce(${sources.outcome}, '{}'::jsonb) || ${sql.param(part, sources.outcome)}`;
}

/** What the source remembers of the things it held at the last run. */
export async function findKnownItems(id: string): Promise<KnownItems> {
  const [row] = await db()
    .select({ known: sql<unknown>`${sources.outcome}->'known'` })
    .from(sources)
    .where(eq(sources.id, id));
  return z.record(z.string(), knownItemSchema).catch({}).parse(row?.known);
}
