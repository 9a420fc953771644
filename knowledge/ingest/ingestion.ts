import { db, type Transaction } from '@/lib/db/client';
import { advanceVersion, beatVersion, type VersionRow } from '@/lib/db/knowledge/document-versions';
import { keepDocument } from '@/lib/db/knowledge/documents';
import { logIngestion } from '@/lib/db/knowledge/ingestion-log';
import { log } from '@/lib/log';
import type { IngestionLogCode, LogValues } from '@/lib/shared/ingestion-log';

/** Where each stage begins and ends on the way from 0 to 1; measured shares of the time. */
const stages = {
  parsing: [0.02, 0.7],
  chunking: [0.7, 0.75],
  embedding: [0.75, 0.98],
} as const;
type Stage = keyof typeof stages;

/** Progress is told this often at most, and life at least, in milliseconds. */
const progressMs = 200;
const heartbeatMs = 1000;

/** The version was cancelled or deleted, or is another attempt's: there is nothing left to do here. */
export class IngestionOver extends Error {
  override name = 'IngestionOver';
}

/**
 * One attempt at a version: says how far it is, not more often than people can see, that its worker
 * is alive, and what happens; and notices when a person has cancelled it.
 */
export class Ingestion {
  private stage: Stage = 'parsing';
  private lastTold = 0;
  private telling: Promise<unknown> = Promise.resolve();
  private readonly over = new AbortController();
  private readonly heart: NodeJS.Timeout;
  /** Aborted when the worker stops, and when the version is no longer to be read. */
  readonly signal: AbortSignal;

  readonly version: VersionRow;

  private constructor(version: VersionRow, stopping: AbortSignal | undefined) {
    this.version = version;
    this.signal = AbortSignal.any([this.over.signal, ...(stopping ? [stopping] : [])]);
    this.heart = setInterval(() => this.beat(), heartbeatMs);
    this.heart.unref();
  }

  /** Begins an attempt. @throws IngestionOver when the version has ended already */
  static async begin(version: VersionRow, stopping?: AbortSignal): Promise<Ingestion> {
    const attempt = version.attempt + 1;
    const startedAt = version.startedAt ?? new Date();
    await db().transaction(async (tx) => {
      const status = 'parsing' as const;
      const changes = { status, progress: stages.parsing[0], attempt, startedAt };
      if (!(await advanceVersion(tx, version, changes))) throw new IngestionOver();
      const code = attempt === 1 ? 'parsing' : 'taken_over';
      await logIngestion(tx, version.id, { code, values: { attempt } });
    });
    return new Ingestion({ ...version, attempt, startedAt }, stopping);
  }

  /** A stage begins. @throws IngestionOver */
  async enter(stage: Stage): Promise<void> {
    await this.telling;
    this.stage = stage;
    this.lastTold = 0;
    await this.write(stages[stage][0]);
    this.signal.throwIfAborted();
  }

  /** `done` of `total` in this stage. Does not wait: the work goes on meanwhile. */
  advance(done: number, total: number): void {
    if (performance.now() - this.lastTold < progressMs) return;
    this.lastTold = performance.now();
    const [from, to] = stages[this.stage];
    this.telling = this.write(from + ((to - from) * done) / Math.max(1, total)).catch(this.notTold);
  }

  /**
   * Stores what was made of the version, unless it was cancelled or another attempt has begun: what
   * that one stores, or what the cancelling took away, is not to be written over.
   * @throws IngestionOver; what stops the worker
   */
  async store(change: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.settle();
    this.signal.throwIfAborted();
    await db().transaction(async (tx) => {
      // The document first, as whoever deletes it does: two orders would block each other.
      const isThere = await keepDocument(tx, this.version.documentId);
      if (!isThere || !(await advanceVersion(tx, this.version, {}))) throw new IngestionOver();
      await change(tx);
    });
  }

  /** Writes a line into the log that people read. */
  async note(
    code: IngestionLogCode,
    values: LogValues = {},
    level: 'info' | 'warning' = 'info',
  ): Promise<void> {
    await logIngestion(db(), this.version.id, { code, values, level });
  }

  /** Resolves when what was told has arrived, so that later writes are not overtaken. */
  async settle(): Promise<void> {
    await this.telling;
  }

  /** The attempt is over, however it ended. */
  async end(): Promise<void> {
    clearInterval(this.heart);
    await this.settle();
  }

  private async write(progress: number): Promise<void> {
    const changes = { status: this.stage, progress };
    const isThere = await db().transaction((tx) => advanceVersion(tx, this.version, changes));
    if (!isThere) this.over.abort(new IngestionOver());
  }

  private beat(): void {
    beatVersion(this.version).then((isThere) => {
      if (!isThere) this.over.abort(new IngestionOver());
    }, this.notTold);
  }

  private readonly notTold = (error: unknown) => {
    log().warn({ event: 'progress-not-told', versionId: this.version.id, err: error });
  };
}
