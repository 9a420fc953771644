import type { Principal } from '@/lib/auth/principal';
import {
  boxesSchema,
  type ChunkRow,
  findLiveChunk,
  listChunkTexts,
} from '@/lib/db/knowledge/chunks';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { listElements } from '@/lib/db/knowledge/elements';
import { AppError, notFound } from '@/lib/errors';
import type { CitedPassage, PageArea } from '@/lib/shared/chunks';
import { pageUnit } from '@/lib/shared/page-unit';
import { drawPage, hasPicture } from './draw-page';
import { quoteAreas } from './quote-areas';

interface Cited {
  chunkId: string;
  /** The document that the answer named, to tell what became of a passage that is gone. */
  documentId?: string;
  /** The words that the answer stands on. */
  quote?: string;
}

/**
 * The passage an answer stands on, with its neighbours. Who may read it is decided anew: the
 * document may have been withdrawn since the answer.
 * @throws AppError `not_found`; `passage_gone` when the document that the answer named is still
 * there for this reader, but no longer says it
 */
export async function openCitation(principal: Principal, cited: Cited): Promise<CitedPassage> {
  const { chunkId, documentId, quote = '' } = cited;
  const found = await findLiveChunk(principal, chunkId);
  if (!found) return explainGone(principal, documentId);
  const { chunk, document, version } = found;
  const { versionId, seq, page, headingPath, text } = chunk;
  const [around, quoteBoxes] = await Promise.all([
    listChunkTexts(versionId, [seq - 1, seq + 1]),
    findQuoteAreas(chunk, quote),
  ]);
  return {
    ...{ documentId: chunk.documentId, document, page, headingPath, text, quoteBoxes },
    unit: pageUnit(version.format),
    boxes: boxesSchema.parse(chunk.boxes),
    hasPicture: page !== null && hasPicture(version, page),
    before: around.get(seq - 1) ?? '',
    after: around.get(seq + 1) ?? '',
  };
}

/**
 * The page that a citation leads to, as a PNG, for whoever may open it.
 * @throws AppError `not_found`, also where the format has no pictures of its pages; `busy`
 */
export async function readCitedPage(principal: Principal, chunkId: string): Promise<Uint8Array> {
  const found = await findLiveChunk(principal, chunkId);
  if (!found || found.chunk.page === null) throw notFound();
  return drawPage(principal, found.version, found.chunk.page);
}

/** Where the quoted words of a passage stand on its page; empty where nothing tells. */
export async function findQuoteAreas(
  { versionId, page, boxes }: Pick<ChunkRow, 'versionId' | 'page' | 'boxes'>,
  quote: string,
): Promise<PageArea[]> {
  const within = boxesSchema.parse(boxes);
  if (quote === '' || page === null || within.length === 0) return [];
  return quoteAreas(await listElements(versionId, { page }), quote, within);
}

async function explainGone(principal: Principal, documentId?: string): Promise<never> {
  const document = documentId ? await requireDocument(principal, documentId) : null;
  throw document?.live ? new AppError('passage_gone') : notFound();
}
