import { countLiveChunksOf } from '@/lib/db/knowledge/live-chunks';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { subscribe } from '@/lib/events/bus';
import { log } from '@/lib/log';
import { findLastVersion, listChangesAfter } from './index-changes';
import { IndexThread } from './index-thread';
import type { IndexStore, StoreQuery, StoreResult } from './store';

/** How many changed documents are reloaded in one go. */
const documentsAtOnce = 50;

/** A thread that has loaded everything up to a change. */
interface Loaded {
  thread: IndexThread;
  version: number;
}

/**
 * The index of this process, in a thread of its own, filled from Postgres at first use. Before each
 * search it asks Postgres which documents changed since (one small query) and reloads those, so a
 * search sees everything committed before it began; the writing methods therefore have nothing to do.
 * A thread that died is started again by the next search.
 */
export class EmbeddedStore implements IndexStore {
  private loaded: Loaded | undefined;
  private syncing: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private unsubscribe: (() => void) | undefined;
  /** Those who search or load at present: the thread of a closed index ends after the last of them. */
  private users = 0;
  private isClosed = false;

  private readonly embeddings: string;

  /** @param embeddings the model whose vectors are compared, as in `EMBEDDINGS` */
  constructor(embeddings: string) {
    this.embeddings = embeddings;
  }

  async upsertChunks(): Promise<void> {
    await this.noticeWrite();
  }

  async removeChunks(): Promise<void> {
    await this.noticeWrite();
  }

  async setVisibility(): Promise<void> {
    await this.noticeWrite();
  }

  async warmUp(): Promise<void> {
    await this.use(async () => undefined);
  }

  async search(query: StoreQuery): Promise<StoreResult> {
    return this.use((thread) => thread.search(query));
  }

  async count(documentId?: string): Promise<number> {
    // Counting is no reason to load an index that nobody searches here.
    if (!this.loaded) return countLiveChunksOf(documentId);
    return this.use((thread) => thread.count(documentId));
  }

  /** Ends the thread once nobody waits for it. Who comes later is still answered, from a new one. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    await this.endUnused();
  }

  async destroy(): Promise<void> {
    await this.close();
  }

  /** A process that only writes, as the worker, never fills an index that it does not search. */
  private async noticeWrite(): Promise<void> {
    if (this.loaded) await this.use(async () => undefined);
  }

  /** Lends the thread, with all loaded that was committed before the call. */
  private async use<T>(work: (thread: IndexThread) => Promise<T>): Promise<T> {
    this.users += 1;
    try {
      await this.sync();
      return await work(this.requireThread());
    } finally {
      this.users -= 1;
      if (this.isClosed) await this.endUnused();
    }
  }

  private requireThread(): IndexThread {
    // It ended after it was loaded, before it could be asked.
    if (!this.loaded) throw new AppError('unavailable', { part: 'index' });
    return this.loaded.thread;
  }

  private async endUnused(): Promise<void> {
    if (this.users > 0) return;
    const thread = this.loaded?.thread;
    this.loaded = undefined;
    await thread?.end();
  }

  /**
   * Brings the index up to what is committed now. A caller that comes while another sync runs
   * must not share it, for that one may have looked before the caller's change; it waits for the
   * next one, which all such callers share.
   */
  private sync(): Promise<void> {
    if (!this.syncing) {
      this.syncing = this.catchUp().finally(() => {
        this.syncing = undefined;
      });
      return this.syncing;
    }
    this.next ??= this.syncing
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.sync();
      });
    return this.next;
  }

  private async catchUp(): Promise<void> {
    const { loaded } = this;
    if (!loaded) return this.fill();
    const changes = await listChangesAfter(loaded.version);
    for (let at = 0; at < changes.length; at += documentsAtOnce) {
      const some = changes.slice(at, at + documentsAtOnce);
      await loaded.thread.reload(some.map(({ documentId }) => documentId));
      loaded.version = some.at(-1)?.version ?? loaded.version;
    }
  }

  /** Everything that is ready. Changes committed meanwhile are loaded again by the next sync. */
  private async fill(): Promise<void> {
    const version = await findLastVersion();
    const thread = this.startThread();
    try {
      await thread.fill();
    } catch (error) {
      await thread.end();
      throw error;
    }
    this.loaded = { thread, version };
    if (!this.unsubscribe && !this.isClosed) await this.follow();
  }

  private startThread(): IndexThread {
    const { DATABASE_URL: databaseUrl = '' } = env();
    const thread = new IndexThread({ databaseUrl, embeddings: this.embeddings }, () => {
      if (this.loaded?.thread === thread) this.loaded = undefined;
    });
    return thread;
  }

  /** Keeps the index warm between searches. Correctness does not need it: each search syncs. */
  private async follow(): Promise<void> {
    this.unsubscribe = await subscribe((event) => {
      if (event.type !== 'chunks-changed' || !this.loaded) return;
      this.sync().catch((error: unknown) => {
        log().warn({ event: 'index-refresh-failed', err: error }, 'the next search tries again');
      });
    });
  }
}
