import type { ReaderTarget } from '@/app/_ui/document/reader/reader';
import { findQuoteAreas } from '@/knowledge/documents/open-citation';
import type { Principal } from '@/lib/auth/principal';
import { findChunkWithEdit } from '@/lib/db/knowledge/chunks';
import { type DocumentRow, requireDocument } from '@/lib/db/knowledge/documents';
import { findElementWith } from '@/lib/db/knowledge/elements';
import { AppError } from '@/lib/errors';

/** Characters by which the element of a passage is found. */
const tellingLength = 80;

/** A document that this person may read; null where there is none, as after its deletion. */
export async function readDocument(principal: Principal, id: string): Promise<DocumentRow | null> {
  try {
    return await requireDocument(principal, id);
  } catch (error) {
    if (AppError.is(error) && error.code === 'not_found') return null;
    throw error;
  }
}

/**
 * Where the passage stands that an address leads to, in the version that answers, and in it the
 * words that the address quotes.
 */
export async function findTarget(
  { live }: DocumentRow,
  chunkId: string | undefined,
  words = '',
): Promise<ReaderTarget | null> {
  if (!chunkId) return null;
  const found = live && (await findChunkWithEdit(live.id, chunkId));
  if (!found) return { chunkId, seq: null, page: null, element: null, quote: null };
  const { seq, page, text, versionId } = found.chunk;
  const telling = longestLine(found.edit?.originalText || text);
  const [element, areas] = await Promise.all([
    findElementWith(versionId, telling),
    findQuoteAreas(found.chunk, words),
  ]);
  return { chunkId, seq, page, element, quote: words ? { chunkId, words, areas } : null };
}

/** The longest line of a passage: its headings may stand in other places, too. */
function longestLine(text: string): string {
  const [longest = ''] = text.split('\n').sort((a, b) => b.length - a.length);
  return longest.trim().slice(0, tellingLength);
}
