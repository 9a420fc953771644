import type { SourceRow } from '@/lib/db/knowledge/sources';
import type { SourceItem } from './connector';
import { connectors } from './connectors';
import type { RunRecord } from './run-record';
import { SourceFault, toSourceFault } from './source-fault';

/** Things taken of one source. */
const maxItems = 50_000;
/** Longest key, in bytes: the database finds documents by it. */
const maxKeyBytes = 2_000;

/**
 * Everything that a source holds, each key once. What cannot be listed is recorded.
 * @throws SourceFault when there is no listing; what `signal` is aborted with
 */
export async function listItems(
  { kind, config }: SourceRow,
  record: RunRecord,
  signal: AbortSignal,
): Promise<SourceItem[]> {
  const connector = connectors[kind];
  if (!connector) throw new SourceFault('internal');
  const reportGap = (key: string, error: Error) => {
    record.noteGap(key, toSourceFault(error) ?? new SourceFault('internal', {}, { cause: error }));
  };
  const items = new Map<string, SourceItem>();
  for await (const item of connector.list(config, { signal, reportGap })) {
    signal.throwIfAborted();
    if (items.size >= maxItems) {
      reportGap(item.key, new SourceFault('too_many_items', { limit: maxItems }));
      break;
    }
    if (Buffer.byteLength(item.key) > maxKeyBytes) {
      record.noteFault(`${item.key.slice(0, 200)}…`, new SourceFault('key_too_long'));
    } else if (!items.has(item.key)) items.set(item.key, item);
  }
  record.setFound(items.keys());
  return [...items.values()];
}
