import type { JobName, JobPayload } from '@/lib/jobs';

export interface JobContext {
  /** Aborted when the worker stops or has lost the job to another. */
  signal: AbortSignal;
  /** If this try fails there will not be another. */
  isLastTry: boolean;
}

/** What one kind of job does. Every job may run more than once and must end the same. */
export type Job<N extends JobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;
