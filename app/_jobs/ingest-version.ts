import { logAttemptFault } from '@/knowledge/ingest/attempt-fault';
import { failVersion } from '@/knowledge/ingest/fail-version';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { ReaderUnavailableError } from '@/knowledge/unstructured/reader-unavailable-error';
import type { Job } from './job';

/** Makes a version searchable; gives it up, with the reason, when our own faults do not end. */
export const ingestVersionJob: Job<'ingest-version'> = async (
  { versionId },
  { signal, isLastTry },
) => {
  try {
    await ingestVersion(versionId, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    await logAttemptFault(versionId, error);
    if (isLastTry) {
      const isReader = error instanceof ReaderUnavailableError;
      await failVersion(versionId, isReader ? 'service_down' : 'internal', 'gave_up');
    }
    throw error;
  }
};
