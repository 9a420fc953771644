import { MemorySaver } from '@langchain/langgraph';
import { z } from 'zod';
import { processGlobal } from '@/lib/process-global';

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const snapshotSchema = z.object({
  storage: z.record(
    z.string(),
    z.record(z.string(), z.tuple([bytes, bytes, z.string().nullable()])),
  ),
  writes: z.record(z.string(), z.record(z.string(), z.tuple([z.string(), z.string(), bytes]))),
});

const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64');

/** Maps the values of an object, keeping its keys. */
function mapValues<A, B>(object: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/**
 * Keeps the graph's checkpoints in memory while a turn runs, and gives them out as one value to
 * be stored when it pauses. A turn that never pauses, as most, costs the database nothing.
 */
export class PauseSaver extends MemorySaver {
  /** Everything known of a turn, as JSON. */
  export(turnId: string): unknown {
    const own = Object.entries(this.writes).filter(([key]) => JSON.parse(key)[0] === turnId);
    return {
      storage: mapValues(this.storage[turnId] ?? {}, (namespace) =>
        mapValues(namespace, ([checkpoint, metadata, parent]) => [
          base64(checkpoint),
          base64(metadata),
          parent ?? null,
        ]),
      ),
      writes: mapValues(Object.fromEntries(own), (writes) =>
        mapValues(writes, ([task, channel, value]) => [task, channel, base64(value)]),
      ),
    };
  }

  /** Puts an exported value back. */
  import(turnId: string, snapshot: unknown): void {
    const { storage, writes } = snapshotSchema.parse(snapshot);
    this.storage[turnId] = mapValues(storage, (namespace) =>
      mapValues(
        namespace,
        ([checkpoint, metadata, parent]): [Uint8Array, Uint8Array, string | undefined] => [
          checkpoint,
          metadata,
          parent ?? undefined,
        ],
      ),
    );
    Object.assign(this.writes, writes);
  }
}

/** This process's checkpoints. */
export const pauseSaver = () => processGlobal('pause-saver', () => new PauseSaver());
