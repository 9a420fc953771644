import { setTimeout } from 'node:timers/promises';
import { countUnfinishedDocuments } from '@/lib/db/source-documents';
import { findSource, type SourceRow } from '@/lib/db/sources';
import { type SourceProgress, sourceProgressSchema } from '@/lib/shared/sources';
import { CommandProblem } from './command-problem';

const pollMs = 200;

/**
 * Waits until a run of a source that began after `since` has ended and what it brought is read.
 * @param onProgress is told how far the run is, 0 to 1, and what is being done.
 * @throws CommandProblem when the source is deleted meanwhile.
 */
export async function waitForSource(
  id: string,
  since: Date,
  onProgress: (progress: number, state: string) => void,
): Promise<SourceRow> {
  for (;;) {
    const row = await findSource(id);
    if (!row) throw new CommandProblem('The source was deleted while it was being read.');
    const isDone = row.endedAt !== null && row.endedAt >= since && row.state !== 'running';
    const isBegun = row.startedAt !== null && row.startedAt >= since;
    const unfinished = isDone && isBegun ? await countUnfinishedDocuments(id) : null;
    if (unfinished === 0) return row;
    if (unfinished !== null) onProgress(1, `${unfinished} documents are being read`);
    else onProgress(fraction(sourceProgressSchema.nullish().parse(row.progress)), row.state);
    await setTimeout(pollMs);
  }
}

function fraction(progress: SourceProgress | null | undefined): number {
  return progress && progress.found > 0 ? progress.done / progress.found : 0;
}
