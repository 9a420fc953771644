import type { Readable } from 'node:stream';
import postgres from 'postgres';
import { readCopy } from '@/lib/db/server/read-copy';

/** Parameters cannot go into COPY: it reads them from settings of its transaction. */
const setParameters = `select set_config('frontdesk.embeddings', $1, true),
  set_config('frontdesk.documents', $2, true)`;

const ofDocuments = `d.id in (
  select json_array_elements_text(current_setting('frontdesk.documents')::json))`;

/** In an order that is the same in every process, so that equal scores are told in one order. */
const copyChunks = (condition: string) => `copy (
  select c.id, c.version_id, c.document_id, d.visibility, c.sparse, v.vector
  from documents d
    join chunks c on c.version_id = d.live_version_id
    left join chunk_vectors v on v.version_id = c.version_id and v.chunk_id = c.id
      and v.model = current_setting('frontdesk.embeddings')
  where not c.is_disabled and ${condition}
  order by c.version_id, c.seq
) to stdout (format binary)`;

/** Reads the chunks that answer, with their vectors of one embedding model, from Postgres. */
export class ReadyChunks {
  private readonly sql: postgres.Sql;

  private readonly embeddings: string;

  /** @param embeddings the model, as in `EMBEDDINGS` */
  constructor(databaseUrl: string, embeddings: string) {
    this.embeddings = embeddings;
    // Needed while the index is filled or follows a change; let go of in between.
    const options = { max: 1, idle_timeout: 30, fetch_types: false };
    this.sql = postgres(databaseUrl, { ...options, onnotice: () => undefined });
  }

  /**
   * Calls `take` with the rows as they come, as bytes for `CopiedChunks`.
   * @param documentIds whose chunks to read; all without it
   */
  async copy(take: (bytes: Buffer) => void, documentIds?: string[]): Promise<void> {
    await this.sql.begin(async (tx) => {
      const documents = JSON.stringify(documentIds ?? []);
      await tx.unsafe(setParameters, [this.embeddings, documents]);
      const query = copyChunks(documentIds ? ofDocuments : 'true');
      await readAll(await tx.unsafe(query).readable(), take);
    });
  }
}

/** Reads to the end also when `take` fails: until then the connection can be used for nothing else. */
async function readAll(stream: Readable, take: (bytes: Buffer) => void): Promise<void> {
  let failure: unknown;
  for await (const bytes of readCopy(stream)) {
    try {
      if (failure === undefined) take(bytes);
    } catch (error) {
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
}
