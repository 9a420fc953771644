'use client';
import { useEventSource } from '@/app/_ui/use-event-source';
import { inboxUpdateSchema } from '@/lib/shared/inbox';

interface Handlers {
  /** Connected, for the first time or again: what was missed should be fetched. */
  onConnect: () => void;
  onCase: (caseId: string) => void;
  onApproval: () => void;
}

/** Follows what happens in the inbox. @returns whether the line is up */
export function useInboxEvents({ onConnect, onCase, onApproval }: Handlers): boolean {
  return useEventSource('/api/inbox/events', {
    onConnect,
    onEvent: (data) => {
      const update = inboxUpdateSchema.parse(data);
      if ('approvalId' in update) onApproval();
      else onCase(update.caseId);
    },
  });
}
