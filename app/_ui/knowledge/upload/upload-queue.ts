import { newUuid } from '@/app/_ui/chat/new-uuid';
import { isPassingFault } from '@/app/_ui/knowledge/is-passing-fault';
import type { DocumentView } from '@/lib/shared/documents';
import { ReadingWatch } from './reading-watch';
import { isRetryable, isSettled, type NewUpload, type Upload } from './upload';
import type { Received, SendOptions } from './upload-file';

/** What the queue needs of the world around it. */
export interface UploadGate {
  send: (file: File, options: SendOptions) => Promise<Received>;
  find: (documentId: string) => Promise<DocumentView | null>;
  cancelReading: (documentId: string) => Promise<DocumentView>;
  retryReading: (documentId: string) => Promise<DocumentView>;
  /** Called whenever sending begins or ends: meanwhile the page should not be left. */
  onBusy: (isBusy: boolean) => void;
}

const sentAtOnce = 3;
/** A file whose connection is lost is tried again this often before it counts as failed. */
const mostLosses = 3;
/** How long after a lost connection, in milliseconds, times the losses of that file. */
const pauseMs = 2_000;
/** Changes are gathered this long, in milliseconds, before they are told. */
const tellMs = 150;

/**
 * The files on their way to the desk: three are sent at a time, and each is followed until the
 * document it became is ready or has failed. It knows nothing of pages: uploads go on while a
 * person looks at another page of the desk.
 */
export class UploadQueue {
  readonly #uploads = new Map<string, Upload>();
  readonly #keys = new Map<string, string>();
  readonly #waiting = new Set<string>();
  readonly #sending = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  readonly #watch: ReadingWatch;
  #snapshot: readonly Upload[] = [];
  #telling: ReturnType<typeof setTimeout> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;

  private readonly gate: UploadGate;

  constructor(gate: UploadGate) {
    this.gate = gate;
    this.#watch = new ReadingWatch(gate.find, (id, document) => this.#follow(id, document));
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All uploads, the oldest first; another array whenever something has changed. */
  readonly snapshot = (): readonly Upload[] => this.#snapshot;

  /** Adds files. When all before have ended, those that ended well are forgotten. */
  add(files: NewUpload[]): void {
    const all = [...this.#uploads.values()];
    if (all.every(isSettled)) this.#forget(all.filter(({ state }) => state !== 'failed'));
    for (const file of files) {
      const key = newUuid();
      const isRefused = file.refusal !== undefined;
      const state = isRefused ? 'failed' : 'waiting';
      const fault = isRefused ? new Error(file.refusal) : undefined;
      this.#uploads.set(key, { ...file, key, state, fraction: 0, fault, losses: 0 });
      if (!isRefused) this.#waiting.add(key);
    }
    this.#proceed();
  }

  /** Stops sending a file, or the reading of the document it became. */
  async cancel(key: string): Promise<void> {
    const upload = this.#uploads.get(key);
    if (!upload || isSettled(upload)) return;
    this.#waiting.delete(key);
    if (upload.state === 'reading' && upload.documentId) {
      this.#follow(upload.documentId, await this.gate.cancelReading(upload.documentId));
      return;
    }
    this.#change(key, { state: 'cancelled' });
    this.#sending.get(key)?.abort(new DOMException('cancelled by a person', 'AbortError'));
    this.#proceed();
  }

  /** Stops all that have not ended. What has not arrived stops at once. */
  async cancelRest(): Promise<void> {
    const rest = [...this.#uploads.values()].filter((upload) => !isSettled(upload));
    const isSent = ({ state }: Upload) => state === 'reading';
    for (const { key } of rest.filter((upload) => !isSent(upload))) void this.cancel(key);
    for (const { key } of rest.filter(isSent)) await this.cancel(key);
  }

  /** Tries one again that failed: sends it, or has its document read once more. */
  async retry(key: string): Promise<void> {
    const upload = this.#uploads.get(key);
    if (!upload || !isRetryable(upload)) return;
    if (upload.documentId) {
      this.#follow(upload.documentId, await this.gate.retryReading(upload.documentId));
      return;
    }
    this.#change(key, { state: 'waiting', fraction: 0, fault: undefined, losses: 0 });
    this.#waiting.add(key);
    this.#proceed();
  }

  /** Tries all again that failed. */
  async retryAll(): Promise<void> {
    for (const upload of [...this.#uploads.values()]) {
      if (isRetryable(upload)) await this.retry(upload.key);
    }
  }

  /** Takes one that has ended off the list. */
  dismiss(key: string): void {
    const upload = this.#uploads.get(key);
    if (upload && isSettled(upload)) this.#forget([upload]);
  }

  /** Takes all off the list that have ended. */
  clear(): void {
    this.#forget([...this.#uploads.values()].filter(isSettled));
  }

  /** These documents have changed: those that came from here are looked at. */
  touch(documentIds: Iterable<string>): void {
    const mayChange = (id: string) => {
      const state = this.#uploads.get(this.#keys.get(id) ?? '')?.state;
      return state === 'reading' || state === 'failed' || state === 'cancelled';
    };
    this.#watch.ask([...documentIds].filter(mayChange));
  }

  /** The desk can be reached again: what was lost meanwhile is made up for. */
  resume(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.touch(this.#keys.keys());
    this.#proceed();
  }

  /** Whether sending waits for the connection to come back. */
  get isPaused(): boolean {
    return this.#pause !== undefined;
  }

  #proceed(): void {
    while (this.#pause === undefined && this.#sending.size < sentAtOnce) {
      const [key] = this.#waiting;
      if (key === undefined) break;
      this.#waiting.delete(key);
      void this.#send(key);
    }
    this.#tellSoon();
  }

  async #send(key: string): Promise<void> {
    const upload = this.#uploads.get(key);
    if (!upload) return;
    const abort = new AbortController();
    this.#sending.set(key, abort);
    this.#change(key, { state: 'uploading', fraction: 0 });
    try {
      const { file, visibility, title } = upload;
      const onProgress = (fraction: number) => this.#change(key, { fraction });
      const options = { visibility, title, onProgress, signal: abort.signal };
      this.#arrived(key, await this.gate.send(file, options));
    } catch (fault) {
      if (!abort.signal.aborted) this.#fail(key, fault);
    }
    this.#sending.delete(key);
    this.#proceed();
  }

  #arrived(key: string, { id, isDuplicate }: Received): void {
    const state = isDuplicate ? 'duplicate' : 'reading';
    this.#keys.set(id, key);
    this.#change(key, { state, documentId: id, fraction: 0 });
    // It may have been read before this page knew its id.
    if (!isDuplicate) this.#watch.ask([id]);
  }

  #fail(key: string, fault: unknown): void {
    const losses = (this.#uploads.get(key)?.losses ?? 0) + 1;
    if (!isPassingFault(fault) || losses >= mostLosses) {
      this.#change(key, { state: 'failed', fault, losses });
      return;
    }
    this.#change(key, { state: 'waiting', fraction: 0, losses });
    this.#waiting.add(key);
    this.#pause ??= setTimeout(() => this.resume(), pauseMs * losses);
  }

  #follow(documentId: string, document: DocumentView | null): void {
    const key = this.#keys.get(documentId);
    if (key === undefined) return;
    if (!document) this.#change(key, { state: 'cancelled' });
    else if (document.status === 'ready') this.#change(key, { state: 'ready' });
    else if (document.error?.code === 'cancelled') this.#change(key, { state: 'cancelled' });
    else if (document.status === 'failed') {
      this.#change(key, { state: 'failed', fault: new Error(document.error?.message) });
    } else this.#change(key, { state: 'reading', fraction: document.progress, fault: undefined });
  }

  #change(key: string, changes: Partial<Upload>): void {
    const upload = this.#uploads.get(key);
    if (!upload) return;
    this.#uploads.set(key, { ...upload, ...changes });
    this.#tellSoon();
  }

  #forget(uploads: Upload[]): void {
    for (const { key, documentId } of uploads) {
      this.#uploads.delete(key);
      if (documentId) this.#keys.delete(documentId);
    }
    this.#tellSoon();
  }

  #tellSoon(): void {
    const isBusy = this.#waiting.size + this.#sending.size > 0;
    if (isBusy !== this.#isBusy) this.gate.onBusy(isBusy);
    this.#isBusy = isBusy;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#snapshot = [...this.#uploads.values()];
      for (const listener of this.#listeners) listener();
    }, tellMs);
  }
}
