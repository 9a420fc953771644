import { setTimeout } from 'node:timers/promises';
import { countUnfinishedDocuments } from '@/lib/db/knowledge/source-documents';
import { findSource, type SourceRow } from '@/lib/db/knowledge/sources';
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
  let ended: SourceRow | null = null;
  for (;;) {
    const row = await findSource(id);
    if (!row) throw new CommandProblem('The source was deleted while it was being read.');
    // The next run may have begun before the last document of this one is read.
    if (isEndedSince(row, since)) ended ??= row;
    const unfinished = ended ? await countUnfinishedDocuments(id) : null;
    if (ended && unfinished === 0) return { ...ended, documents: row.documents };
    if (ended) onProgress(1, `${unfinished} documents are being read`);
    else onProgress(fraction(sourceProgressSchema.nullish().parse(row.progress)), row.state);
    await setTimeout(pollMs);
  }
}

function isEndedSince({ state, startedAt, endedAt }: SourceRow, since: Date): boolean {
  return state !== 'running' && endedAt !== null && startedAt !== null && startedAt >= since;
}

function fraction(progress: SourceProgress | null | undefined): number {
  return progress && progress.found > 0 ? progress.done / progress.found : 0;
}
