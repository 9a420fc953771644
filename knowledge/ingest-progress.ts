import { db } from '@/lib/db/client';
import { updateDocument } from '@/lib/db/documents';
import { log } from '@/lib/log';

/** Where each stage begins and ends on the way from 0 to 1; measured shares of the time. */
const stages = {
  parsing: [0.02, 0.7],
  chunking: [0.7, 0.75],
  embedding: [0.75, 0.98],
} as const;

/** Progress is told this often, in milliseconds. */
const intervalMs = 200;

/** Tells how far an ingestion has come, not more often than people can see. */
export class IngestProgress {
  private stage: keyof typeof stages = 'parsing';
  private lastTold = 0;
  private telling: Promise<unknown> = Promise.resolve();

  constructor(private readonly documentId: string) {}

  /** A stage begins. */
  async enter(stage: keyof typeof stages): Promise<void> {
    this.stage = stage;
    await this.write(stages[stage][0]);
  }

  /** `done` of `total` in this stage. Does not wait: the work goes on meanwhile. */
  advance(done: number, total: number): void {
    if (performance.now() - this.lastTold < intervalMs) return;
    this.lastTold = performance.now();
    const [from, to] = stages[this.stage];
    this.telling = this.write(from + ((to - from) * done) / total).catch((error: unknown) => {
      log().warn({ event: 'progress-not-told', documentId: this.documentId, err: error });
    });
  }

  /** Resolves when what was told has arrived, so that later writes are not overtaken. */
  async settle(): Promise<void> {
    await this.telling;
  }

  private async write(progress: number): Promise<void> {
    const { stage: status } = this;
    await db().transaction((tx) => updateDocument(tx, this.documentId, { status, progress }));
  }
}
