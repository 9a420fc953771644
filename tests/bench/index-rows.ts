import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { termHash } from '@/knowledge/words/term-hash';

/** The model that the made vectors are said to be of. */
export const benchEmbeddings = 'openai:bench';
export const dimension = 384;
const termsOfChunk = 80;
const chunksOfDocument = 100;

/** A word's rank by Zipf and Mandelbrot: without stop words the most common is in every sixth chunk. */
const vocabulary = 300_000;
const flatness = 50;

const text =
  'Whoever comes to the desk is asked for a name, a reason and a time, and is told whom to see. '.repeat(
    8,
  );
const boxes = '[{"page": 1, "x": 0.1, "y": 0.2, "width": 0.8, "height": 0.05}]';

/** The same numbers from 0 to 1 in every run. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A term as common as words are. */
export function drawTerm(random: () => number): number {
  const rank = Math.floor(flatness * ((vocabulary + flatness) / flatness) ** random() - flatness);
  return termHash(`word${rank}`);
}

/** Random directions: an exact scan takes the same time for all. */
export function drawVector(random: () => number): Float32Array {
  return Float32Array.from({ length: dimension }, () => random() - 0.5);
}

function drawSparse(random: () => number): Buffer {
  const terms = new Set<number>();
  while (terms.size < termsOfChunk) terms.add(drawTerm(random));
  const weights = Float32Array.from(terms, () => 0.3 + random());
  return Buffer.concat([Buffer.from(Uint32Array.from(terms).buffer), Buffer.from(weights.buffer)]);
}

/** Puts so many chunks with vectors into an empty, migrated database, in documents of a hundred. */
export async function addBenchChunks(databaseUrl: string, count: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  await sql`
    insert into documents (id, title, visibility)
    select 'd' || n, 'Rules ' || n, case when n % 3 = 0 then 'staff' else 'public' end
    from generate_series(0, ${Math.ceil(count / chunksOfDocument) - 1}) n`;
  await sql`
    insert into document_versions (id, document_id, number, filename, bytes, sha256, status)
    select 'v' || id, id, 1, 'rules.txt', 1, id, 'ready' from documents`;
  await sql`update documents set live_version_id = 'v' || id, latest_version_id = 'v' || id`;
  const random = makeRandom(count);
  await copyInto(
    sql,
    'chunks (id, version_id, document_id, seq, text, heading_path, section, boxes, original_hash, sparse)',
    count,
    (n) => {
      const documentId = `d${Math.floor(n / chunksOfDocument)}`;
      const place = [`c${n}`, `v${documentId}`, documentId, n % chunksOfDocument];
      return [...place, text, '{}', 0, boxes, `h${n}`, bytea(drawSparse(random))];
    },
  );
  await copyInto(sql, 'chunk_vectors (version_id, chunk_id, model, vector)', count, (n) => {
    const versionId = `vd${Math.floor(n / chunksOfDocument)}`;
    return [versionId, `c${n}`, benchEmbeddings, bytea(Buffer.from(drawVector(random).buffer))];
  });
  // As a desk's own database has done by itself after a while.
  await sql`vacuum analyze`;
  await sql.end();
}

const bytea = (bytes: Buffer) => `\\\\x${bytes.toString('hex')}`;

async function copyInto(
  sql: postgres.Sql,
  target: string,
  count: number,
  row: (n: number) => (string | number)[],
): Promise<void> {
  function* lines() {
    for (let n = 0; n < count; n += 1) yield `${row(n).join('\t')}\n`;
  }
  await pipeline(Readable.from(lines()), await sql.unsafe(`copy ${target} from stdin`).writable());
}
