import type { Fragment } from 'postgres';
import { visibilitySchema } from '@/lib/auth/visibility';
import { sqlClient } from '@/lib/db/client';
import { subscribe } from '@/lib/events/bus';
import { log } from '@/lib/log';
import { EmbeddedIndex } from './embedded-index';
import { findLastVersion, listChangesAfter } from './index-changes';
import type { IndexedChunk, IndexStore, StoreQuery, StoreResult } from './store';

/** How many chunks are read from Postgres at once when the index is filled. */
const batchSize = 500;
/** How many changed documents are reloaded in one go. */
const documentsAtOnce = 50;

interface ChunkRow {
  chunkId: string;
  versionId: string;
  documentId: string;
  visibility: string;
  sparse: Uint8Array;
  dense: Uint8Array | null;
}

/**
 * The index of this process, filled from Postgres at first use. Before each search it asks Postgres
 * which documents changed since (one small query) and reloads those, so a search sees everything
 * committed before it began; the writing methods therefore have nothing to do.
 */
export class EmbeddedStore implements IndexStore {
  private index = new EmbeddedIndex();
  private version = -1;
  private syncing: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private unsubscribe: (() => void) | undefined;

  /** @param embeddings the model whose vectors are compared, as in `EMBEDDINGS` */
  constructor(private readonly embeddings: string) {}

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
    await this.sync();
  }

  async close(): Promise<void> {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  async destroy(): Promise<void> {
    await this.close();
    this.index = new EmbeddedIndex();
  }

  async search(query: StoreQuery): Promise<StoreResult> {
    await this.sync();
    return this.index.search(query);
  }

  async count(documentId?: string): Promise<number> {
    // Counting is no reason to load an index that nobody searches here.
    if (this.version < 0) return countReady(documentId);
    await this.sync();
    return this.index.count(documentId);
  }

  /** A process that only writes, as the worker, never fills an index that it does not search. */
  private async noticeWrite(): Promise<void> {
    if (this.version >= 0) await this.sync();
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
    if (this.version < 0) return this.fill();
    const changes = await listChangesAfter(this.version);
    for (let at = 0; at < changes.length; at += documentsAtOnce) {
      const some = changes.slice(at, at + documentsAtOnce);
      await this.reload(some.map(({ documentId }) => documentId));
      this.version = some.at(-1)?.version ?? this.version;
    }
  }

  /** Everything that is ready. Changes committed meanwhile are loaded again by the next sync. */
  private async fill(): Promise<void> {
    const version = await findLastVersion();
    const index = new EmbeddedIndex();
    const rows = readyChunks(this.embeddings, sqlClient()`true`);
    for await (const batch of rows.cursor(batchSize)) index.addChunks(batch.map(toChunk));
    const isFirst = this.version < 0;
    this.index = index;
    this.version = version;
    if (isFirst) await this.follow();
  }

  /** Keeps the index warm between searches. Correctness does not need it: each search syncs. */
  private async follow(): Promise<void> {
    this.unsubscribe = await subscribe((event) => {
      if (event.type !== 'chunks-changed') return;
      this.sync().catch((error: unknown) => {
        log().warn({ event: 'index-refresh-failed', err: error }, 'the next search tries again');
      });
    });
  }

  private async reload(documentIds: string[]): Promise<void> {
    const rows = await readyChunks(
      this.embeddings,
      sqlClient()`d.id in ${sqlClient()(documentIds)}`,
    );
    this.index.replaceDocuments(documentIds, rows.map(toChunk));
  }
}

function readyChunks(embeddings: string, condition: Fragment) {
  return sqlClient()<ChunkRow[]>`
    select c.id as "chunkId", c.version_id as "versionId", c.document_id as "documentId",
      d.visibility, c.sparse, v.vector as dense
    from documents d
      join chunks c on c.version_id = d.live_version_id
      left join chunk_vectors v
        on v.version_id = c.version_id and v.chunk_id = c.id and v.model = ${embeddings}
    where not c.is_disabled and ${condition}
    order by c.document_id, c.seq`;
}

async function countReady(documentId?: string): Promise<number> {
  const sql = sqlClient();
  const [row] = await sql<[{ n: number }]>`
    select count(*)::int as n from documents d join chunks c on c.version_id = d.live_version_id
    where not c.is_disabled and ${documentId === undefined ? sql`true` : sql`d.id = ${documentId}`}`;
  return row.n;
}

function toChunk(row: ChunkRow): IndexedChunk {
  return {
    chunkId: row.chunkId,
    versionId: row.versionId,
    documentId: row.documentId,
    visibility: visibilitySchema.parse(row.visibility),
    sparse: toSparse(row.sparse),
    dense: row.dense && [...new Float32Array(Uint8Array.from(row.dense).buffer)],
  };
}

function toSparse(bytes: Uint8Array) {
  const { buffer } = Uint8Array.from(bytes);
  const count = buffer.byteLength / 8;
  return {
    indices: [...new Uint32Array(buffer, 0, count)],
    values: [...new Float32Array(buffer, count * 4)],
  };
}
