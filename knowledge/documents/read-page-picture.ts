import { can } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { notFound } from '@/lib/errors';
import { drawPage } from './draw-page';
import { requireShownVersion } from './require-version';

/**
 * A page of a document as a PNG: of the version with this number, else of the one that answers,
 * else of the newest. Guests and customers are shown the one that answers and no other.
 * @param page from 1
 * @throws AppError `not_found` when the document is not there or not to be read by this principal,
 * and when it has no such page or none that can be drawn; `busy` when too many are being drawn
 */
export async function readPagePicture(
  principal: Principal,
  documentId: string,
  page: number,
  versionNumber?: number,
): Promise<Uint8Array> {
  const document = await requireDocument(principal, documentId);
  const version = await requireShownVersion(document, versionNumber);
  const isOpen = can(principal, 'document:list') || version.id === document.liveVersionId;
  if (!isOpen) throw notFound();
  return drawPage(principal, version, page);
}
