import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { typescript } from '@/lib/runtime/typescript';
import type { IndexReply, IndexRequest, Numbered, ThreadSetup } from './embedded-messages';
import type { StoreQuery, StoreResult } from './store';

type Settle = (reply: IndexReply) => void;

/**
 * A thread that holds an embedded index. It keeps the process alive only while it is asked for
 * something. Every request throws AppError `unavailable` when the thread fails at it, or ends.
 */
export class IndexThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Settle>();
  private requests = 0;
  private failure: unknown;
  private isEnded = false;

  /** @param onEnd called when the thread ends, before its requests are told */
  constructor(setup: ThreadSetup, onEnd: () => void) {
    this.worker = startWorker(setup);
    this.worker.unref();
    this.worker.on('message', (reply: Numbered<IndexReply>) => this.settle(reply));
    this.worker.once('error', (error) => {
      this.failure = error;
    });
    this.worker.once('exit', () => {
      this.isEnded = true;
      onEnd();
      for (const number of [...this.waiting.keys()]) {
        this.settle({ type: 'failed', error: this.failure, number });
      }
    });
  }

  /** Loads everything that answers. */
  async fill(): Promise<void> {
    await this.ask({ type: 'fill' });
  }

  /** Loads what these documents hold by now, in the place of what they held. */
  async reload(documentIds: string[]): Promise<void> {
    await this.ask({ type: 'reload', documentIds });
  }

  /** Searches as `IndexStore.search` does, in what is loaded. */
  async search({ signal, ...query }: StoreQuery): Promise<StoreResult> {
    const reply = await this.ask({ type: 'search', query });
    if (reply.type !== 'found') throw unavailable(reply.type);
    return reply.result;
  }

  /** Number of chunks loaded: all, or those of a document. */
  async count(documentId?: string): Promise<number> {
    const reply = await this.ask({ type: 'count', documentId });
    if (reply.type !== 'counted') throw unavailable(reply.type);
    return reply.count;
  }

  /** Ends the thread, whatever it is at; resolves when it is gone. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private async ask(request: IndexRequest): Promise<IndexReply> {
    if (this.isEnded) throw unavailable(this.failure);
    const { promise, resolve } = Promise.withResolvers<IndexReply>();
    this.requests += 1;
    const message: Numbered<IndexRequest> = { ...request, number: this.requests };
    this.waiting.set(message.number, resolve);
    this.worker.ref();
    this.worker.postMessage(message);
    const reply = await promise;
    if (reply.type === 'failed') throw unavailable(reply.error);
    return reply;
  }

  private settle(reply: Numbered<IndexReply>): void {
    this.waiting.get(reply.number)?.(reply);
    this.waiting.delete(reply.number);
    if (this.waiting.size === 0) this.worker.unref();
  }
}

function unavailable(cause: unknown): AppError {
  log().error({ event: 'index-thread-failed', err: cause }, 'the embedded index failed');
  return new AppError('unavailable', { part: 'index' }, { cause });
}

/** Most of the heap of the thread; vectors and inverted lists stand outside of it. */
const heapMb = 4096;

function startWorker(workerData: ThreadSetup): Worker {
  // The web server is bundled; what it starts is not, and lies where the desk was started.
  const program = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'knowledge/store/embedded-worker.ts',
  );
  return new Worker(/* turbopackIgnore: true */ program, {
    workerData,
    execArgv: typescript,
    name: 'embedded-index',
    // Of its own: the web process around it is kept small.
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
}
