import { uploadDocument } from '@/knowledge/documents/upload-document';
import { visibilitySchema } from '@/lib/auth/visibility';
import type { SourceRow } from '@/lib/db/knowledge/sources';
import { log } from '@/lib/log';
import type { SourceItem } from './connector';
import type { RunRecord } from './run-record';
import { SourceFault, toSourceFault } from './source-fault';

const results = { created: 'added', 'new-version': 'changed', unchanged: 'unchanged' } as const;

/**
 * Takes one thing of a source in: a new document, a new version, or nothing where its content is
 * the one that is known. Its own faults are recorded and end nothing else.
 * @returns the id of a document that is new, else null
 * @throws what `signal` is aborted with, and faults of the desk itself
 */
export async function takeItem(
  source: SourceRow,
  item: SourceItem,
  record: RunRecord,
  signal: AbortSignal,
): Promise<string | null> {
  const { key } = item;
  try {
    const known = record.fingerprintOf(key);
    const opened = await open(item, known, signal);
    if (opened === 'gone') record.noteGone(key);
    if (opened === 'unchanged') record.noteTaken(key, 'unchanged', known);
    if (typeof opened === 'string') return null;
    const { content, filename, title, fingerprint = null } = opened;
    const { id, outcome } = await uploadDocument({
      principal: null,
      stream: content,
      filename,
      title,
      visibility: visibilitySchema.parse(source.visibility),
      source: { id: source.id, key },
    });
    record.noteTaken(key, results[outcome], fingerprint);
    return outcome === 'created' ? id : null;
  } catch (error) {
    signal.throwIfAborted();
    const fault = toSourceFault(error);
    if (!fault) throw error;
    record.noteFault(key, fault);
    return null;
  }
}

/** What a connector did not foresee is a fault of the one item that it happened with. */
async function open(item: SourceItem, known: string | null, signal: AbortSignal) {
  try {
    return await item.open(known);
  } catch (error) {
    signal.throwIfAborted();
    if (toSourceFault(error)) throw error;
    log().error({ event: 'source-item-failed', err: error });
    throw new SourceFault('internal', {}, { cause: error });
  }
}
