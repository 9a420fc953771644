import type { Visibility } from '@/lib/auth/visibility';

/** A file that is to be sent. */
export interface NewUpload {
  file: File;
  /** Its way from the folder that it came in, or its name. */
  path: string;
  visibility: Visibility;
  title?: string;
  /** Why it is not even tried, as a sentence; absent for what may be sent. */
  refusal?: string;
}

/** How far a file has come: first it is sent, then the desk reads it. */
export type UploadState =
  | 'waiting'
  | 'uploading'
  | 'reading'
  | 'ready'
  | 'failed'
  | 'duplicate'
  | 'cancelled';

/** A file on its way from a person's disk to a document that answers. */
export interface Upload extends NewUpload {
  key: string;
  state: UploadState;
  /** 0 to 1 of sending, then of reading. */
  fraction: number;
  /** The document it became; absent until it has arrived. */
  documentId?: string;
  /** What went wrong; absent unless failed. */
  fault?: unknown;
  /** How often the connection was lost while it was sent. */
  losses: number;
}

/** Whether nothing more will happen to it by itself. */
export function isSettled({ state }: Pick<Upload, 'state'>): boolean {
  return state !== 'waiting' && state !== 'uploading' && state !== 'reading';
}

/** Whether it may be tried again. */
export function isRetryable({ state, refusal }: Upload): boolean {
  return state === 'failed' && refusal === undefined;
}

/** All uploads in figures. */
export interface UploadSummary {
  total: number;
  /** How many there are of each state. */
  counts: Record<UploadState, number>;
  /** Ready, or here already. */
  done: number;
  isFinished: boolean;
  /** 0 to 1 over sending and reading of all files; each file counts the same. */
  progress: number;
}

/** Counts the uploads by their state, and how far they are on the whole. */
export function summarizeUploads(uploads: readonly Upload[]): UploadSummary {
  const counts: UploadSummary['counts'] = {
    waiting: 0,
    uploading: 0,
    reading: 0,
    ready: 0,
    failed: 0,
    duplicate: 0,
    cancelled: 0,
  };
  let progress = 0;
  for (const upload of uploads) {
    counts[upload.state] += 1;
    progress += progressOf(upload);
  }
  return {
    total: uploads.length,
    counts,
    done: counts.ready + counts.duplicate,
    isFinished: uploads.every(isSettled),
    progress: uploads.length === 0 ? 0 : progress / uploads.length,
  };
}

function progressOf({ state, fraction }: Upload): number {
  if (state === 'waiting') return 0;
  if (state === 'uploading') return fraction / 2;
  if (state === 'reading') return 0.5 + fraction / 2;
  return 1;
}

/** What is drawn of the uploads, and in which order: what needs a person first. */
const order: UploadState[] = [
  'failed',
  'uploading',
  'reading',
  'waiting',
  'duplicate',
  'cancelled',
];

/**
 * The first uploads to show, at most `limit`. What is ready is left out: it stands in the list of
 * documents.
 */
export function uploadsToShow(uploads: readonly Upload[], limit: number): Upload[] {
  const shown: Upload[] = [];
  for (const state of order) {
    for (const upload of uploads) {
      if (shown.length === limit) return shown;
      if (upload.state === state) shown.push(upload);
    }
  }
  return shown;
}
