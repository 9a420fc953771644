import { eventStream } from '@/lib/http/event-stream';
import { route } from '@/lib/http/route';
import { watchInbox } from '@/lib/operations/watch-inbox';
import type { InboxUpdate } from '@/lib/shared/inbox';

/** Server-sent events: which of the caller's cases changed. */
export const GET = route({ permission: 'inbox:work' }, async ({ request, principal }) =>
  eventStream<InboxUpdate>(request, (send) => watchInbox(principal, send)),
);
