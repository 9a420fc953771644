import type { Principal } from '@/lib/auth/principal';
import { requireDocument } from '@/lib/db/documents';
import { listElements } from '@/lib/db/elements';
import type { DocumentElement } from '@/lib/shared/documents';
import { tableHtml } from '../parsers/table-html';
import { requireVersion } from './require-version';

interface DocumentText {
  elements: DocumentElement[];
  /** What readers of the document do not see: shown to staff, never used for answers. */
  hidden: DocumentElement[];
}

/**
 * What was read of a version: of the one that answers, else of the newest, when no number is given.
 * @throws AppError `not_found`
 */
export async function readText(
  principal: Principal,
  documentId: string,
  { version: number, page }: { version?: number; page?: number },
): Promise<DocumentText> {
  const document = await requireDocument(principal, documentId);
  const version = number
    ? await requireVersion(documentId, number)
    : (document.live ?? document.latest);
  const all = (await listElements(version.id, { page })).map(withHtml);
  return {
    elements: all.filter(({ hidden }) => !hidden),
    hidden: all.filter(({ hidden }) => hidden),
  };
}

function withHtml(element: DocumentElement): DocumentElement {
  return element.rows ? { ...element, html: tableHtml(element.rows) } : element;
}
