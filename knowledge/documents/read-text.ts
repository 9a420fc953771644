import type { Principal } from '@/lib/auth/principal';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { listElements } from '@/lib/db/knowledge/elements';
import type { DocumentElement } from '@/lib/shared/documents';
import { tableHtml } from '../parsers/table-html';
import { requireShownVersion } from './require-version';

interface DocumentText {
  elements: DocumentElement[];
  /** What readers of the document do not see: shown to staff, never used for answers. */
  hidden: DocumentElement[];
  /** Position of the first element that was left out for `limit`; null at the end. */
  next: number | null;
}

interface Part {
  version?: number;
  page?: number;
  /** Position of the first element, from 0. */
  from?: number;
  limit?: number;
}

/**
 * What was read of a version: of the one that answers, else of the newest, when no number is given.
 * All of it, or one page, or a part from a position on.
 * @throws AppError `not_found`
 */
export async function readText(
  principal: Principal,
  documentId: string,
  { version: number, page, from = 0, limit }: Part,
): Promise<DocumentText> {
  const document = await requireDocument(principal, documentId);
  const version = await requireShownVersion(document, number);
  const part = page ? { page } : { from, limit: limit && limit + 1 };
  const found = await listElements(version.id, part);
  const all = found.slice(0, page ? undefined : limit).map(withHtml);
  return {
    // Positions of a version's elements have no gaps.
    next: found.length > all.length ? from + all.length : null,
    elements: all.filter(({ hidden }) => !hidden),
    hidden: all.filter(({ hidden }) => hidden),
  };
}

function withHtml(element: DocumentElement): DocumentElement {
  return element.rows ? { ...element, html: tableHtml(element.rows) } : element;
}
