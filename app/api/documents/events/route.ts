import { watchDocuments } from '@/knowledge/documents/watch-documents';
import { eventStream } from '@/lib/http/event-stream';
import { route } from '@/lib/http/route';
import type { DocumentUpdate } from '@/lib/shared/documents';

/** Server-sent events: which documents changed, came or went. */
export const GET = route({ permission: 'document:list' }, async ({ request, principal }) =>
  eventStream<DocumentUpdate>(request, (send) => watchDocuments(principal, send)),
);
