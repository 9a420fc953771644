import { can } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { isListedFor } from '@/lib/db/knowledge/documents';
import { subscribe } from '@/lib/events/bus';
import type { DocumentUpdate } from '@/lib/shared/documents';

/** Tells of each change to a document that the principal may read, or could before, by its id. */
export async function watchDocuments(
  principal: Principal,
  send: (update: DocumentUpdate) => void,
): Promise<() => void> {
  return subscribe((event) => {
    if (event.type !== 'document-changed' || !can(principal, 'document:list')) return;
    if (event.visibilities.some((visibility) => isListedFor(principal, visibility))) {
      send({ documentId: event.documentId });
    }
  });
}
