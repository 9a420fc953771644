import { removeDocument } from '@/knowledge/documents/delete-document';
import { listSourceDocuments } from '@/lib/db/knowledge/source-documents';
import {
  beginRun,
  endRun,
  failRun,
  findKnownItems,
  findSource,
  isRunWanted,
  type SourceRow,
  setProgress,
} from '@/lib/db/knowledge/sources';
import { log } from '@/lib/log';
import type { SourceOutcome } from '@/lib/shared/sources';
import type { SourceItem } from './connector';
import { listItems } from './list-items';
import { RunRecord } from './run-record';
import { SourceFault, toSourceFault } from './source-fault';
import { takeItem } from './take-item';

interface Options {
  signal: AbortSignal;
  /** Milliseconds for finding out what the source holds. */
  listLimitMs?: number;
  /** Milliseconds after which the rest is left to the next run. */
  timeLimitMs?: number;
}

/** Both together are well below the time that the queue grants a job. */
const defaultListLimitMs = 10 * 60_000;
const defaultTimeLimitMs = 40 * 60_000;
/** Things taken at once: no site meets more of the desk than this. */
const parallel = 2;
/** Progress is stored at most this often, in milliseconds. */
const progressMs = 1_000;

/** The source was changed, paused or deleted: its run ends without a word. */
class RunEnded extends Error {
  override name = 'RunEnded';
}

/**
 * Brings the documents of a source to what it holds now: what is new is added, what has other
 * content becomes a new version, what vanished is removed. A run that is broken off may be repeated
 * and ends the same. Two of one source must not run at once: the job sees to that.
 * @returns what was found and done; null when the source is gone or was changed meanwhile, or could
 * not be read (its row then says why)
 * @throws what `signal` is aborted with, and faults of the desk itself
 */
export async function syncSource(id: string, options: Options): Promise<SourceOutcome | null> {
  const source = await findSource(id);
  if (!source) return null;
  const startedAt = await beginRun(source);
  try {
    return await bringUpToDate({ source, startedAt, ...options });
  } catch (error) {
    options.signal.throwIfAborted();
    // The database refuses documents of a source that was deleted meanwhile.
    if (error instanceof RunEnded || !(await findSource(id))) return null;
    const fault = toSourceFault(error);
    if (!fault) throw error;
    log().warn({ event: 'source-failed', sourceId: id, code: fault.code });
    await failRun(id, fault.code, fault.values);
    return null;
  }
}

interface Run extends Options {
  source: SourceRow;
  startedAt: Date;
}

async function bringUpToDate(run: Run): Promise<SourceOutcome> {
  const { source } = run;
  const documents = await listSourceDocuments(source.id);
  const record = new RunRecord(
    await findKnownItems(source.id),
    new Map(documents.map(({ key, id }) => [key, id])),
  );
  const items = await listInTime(run, record);
  await takeItems(items, record, run);
  for (const [key, documentId] of record.vanished()) {
    await requireWanted(run);
    await removeDocument(documentId, null);
    record.noteRemoved(key);
  }
  const outcome = record.outcome();
  await endRun(source.id, outcome, record.knownItems());
  const { faults: _faults, ...counts } = outcome;
  log().info({ event: 'source-synced', sourceId: source.id, ...counts });
  return outcome;
}

/** A site may answer as slowly as it likes, and name one thing after another without end. */
async function listInTime(
  { source, signal, listLimitMs = defaultListLimitMs }: Run,
  record: RunRecord,
): Promise<SourceItem[]> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new SourceFault('listing_too_slow')), listLimitMs);
  try {
    return await listItems(source, record, AbortSignal.any([signal, late.signal]));
  } catch (error) {
    if (!signal.aborted) late.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function takeItems(items: SourceItem[], record: RunRecord, run: Run): Promise<void> {
  const { source, signal, timeLimitMs = defaultTimeLimitMs } = run;
  const end = Date.now() + timeLimitMs;
  // What was looked at longest ago comes first: a run that ends early leaves out others next time.
  const waiting = items.toSorted((a, b) => record.checkedAt(a.key) - record.checkedAt(b.key));
  const report = progressReporter(source.id);
  const takeTurns = async () => {
    while (waiting.length > 0 && Date.now() < end) {
      await requireWanted(run);
      const item = waiting.shift();
      const added = item ? await takeItem(source, item, record, signal) : null;
      if (added) await keepIfWanted(added, run);
      await report(record);
    }
  };
  await allOrNone(Array.from({ length: parallel }, takeTurns), () => waiting.splice(0));
  const [next] = waiting;
  if (next) record.noteFault(next.key, new SourceFault('out_of_time', { count: waiting.length }));
}

/** @throws RunEnded; what the signal is aborted with */
async function requireWanted({ source, startedAt, signal }: Run): Promise<void> {
  signal.throwIfAborted();
  if (!(await isRunWanted(source.id, startedAt))) throw new RunEnded();
}

/** Readers may have been narrowed while the document was on its way in, unseen by that change. */
async function keepIfWanted(documentId: string, run: Run): Promise<void> {
  if (await isRunWanted(run.source.id, run.startedAt)) return;
  await removeDocument(documentId, null);
  throw new RunEnded();
}

function progressReporter(sourceId: string) {
  let last = 0;
  return async ({ found, done }: RunRecord) => {
    if (Date.now() - last < progressMs) return;
    last = Date.now();
    await setProgress(sourceId, { found, done });
  };
}

/** Waits for all to end, also when one fails: nothing goes on behind the back of what follows. */
async function allOrNone(workers: Promise<void>[], onFault: () => void): Promise<void> {
  const results = await Promise.allSettled(
    workers.map((worker) =>
      worker.catch((error: unknown) => {
        onFault();
        throw error;
      }),
    ),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
