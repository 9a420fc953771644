import { syncSource } from '@/knowledge/sources/sync-source';
import { failRun } from '@/lib/db/knowledge/sources';
import type { Job } from './job';

/** Brings the documents of a source up to date; gives it up until its next run when our own faults do not end. */
export const syncSourceJob: Job<'sync-source'> = async ({ sourceId }, { signal, isLastTry }) => {
  try {
    await syncSource(sourceId, { signal });
  } catch (error) {
    if (isLastTry && !signal.aborted) await failRun(sourceId, 'internal');
    throw error;
  }
};
