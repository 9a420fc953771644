import { createWriteStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { hashFile } from '@/lib/files/hashed-file';
import type { QdrantAddress } from './qdrant-call';
import { collectionInfoSchema } from './qdrant-making';

/** A snapshot of a large collection is made, sent and read in while this call waits. */
const limitMs = 1_800_000;

const madeSchema = z.object({
  result: z.object({ name: z.string(), checksum: z.string().nullish() }),
});

const infoSchema = z.object({ result: collectionInfoSchema });

/**
 * Whether a collection is cut or copied, perhaps over several nodes: a snapshot holds what one of
 * them has.
 * @throws Error when Qdrant refuses
 */
export async function isSpread(address: QdrantAddress, collection: string): Promise<boolean> {
  const answer = await ask(address, `/collections/${encodeURIComponent(collection)}`);
  const { params } = infoSchema.parse(await answer.json()).result.config;
  return params.shard_number > 1 || params.replication_factor > 1;
}

/**
 * Has Qdrant make a snapshot of a collection, keeps it as a file, and removes it from the server.
 * @throws Error when Qdrant refuses or what came is not what it made
 */
export async function downloadSnapshot(
  address: QdrantAddress,
  collection: string,
  file: string,
): Promise<void> {
  const snapshots = `/collections/${encodeURIComponent(collection)}/snapshots`;
  const made = await ask(address, `${snapshots}?wait=true`, { method: 'POST' });
  const { name, checksum } = madeSchema.parse(await made.json()).result;
  const path = `${snapshots}/${encodeURIComponent(name)}`;
  try {
    const { body } = await ask(address, path);
    if (!body) throw new Error(`Qdrant sent nothing for the snapshot ${name}.`);
    await pipeline(Readable.from(body), createWriteStream(file, { mode: 0o600 }));
    const { sha256 } = await hashFile(file);
    if (checksum && checksum !== sha256) throw new Error(`The snapshot ${name} came damaged.`);
  } finally {
    await ask(address, `${path}?wait=true`, { method: 'DELETE' });
  }
}

/**
 * Makes a collection of a snapshot, or puts it in the place of one.
 * @throws Error when Qdrant refuses
 */
export async function uploadSnapshot(
  address: QdrantAddress,
  collection: string,
  file: string,
): Promise<void> {
  const body = new FormData();
  body.append('snapshot', await openAsBlob(file), 'index.snapshot');
  const path = `/collections/${encodeURIComponent(collection)}/snapshots/upload`;
  // The file is the truth, not what other nodes may hold.
  await ask(address, `${path}?wait=true&priority=snapshot`, { method: 'POST', body });
}

async function ask(
  { url, apiKey }: QdrantAddress,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(apiKey ? { 'api-key': apiKey } : {});
  const signal = AbortSignal.timeout(limitMs);
  const response = await fetch(`${url.replace(/\/$/, '')}${path}`, { ...init, headers, signal });
  if (response.ok) return response;
  throw new Error(`Qdrant answered ${response.status} to ${init.method ?? 'GET'} ${path}.`);
}
