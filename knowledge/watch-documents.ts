import { can } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { subscribe } from '@/lib/events/bus';
import type { DocumentUpdate } from '@/lib/shared/documents';

/** Tells of each change to a document by its id; what changed is read with the reader's own rights. */
export async function watchDocuments(
  principal: Principal,
  send: (update: DocumentUpdate) => void,
): Promise<() => void> {
  return subscribe((event) => {
    if (event.type !== 'document-changed' || !can(principal, 'document:list')) return;
    send({ documentId: event.documentId });
  });
}
