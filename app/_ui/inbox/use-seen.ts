'use client';
import { useLocalStorage } from '@mantine/hooks';
import { useCallback } from 'react';
import type { CaseSummary } from '@/lib/shared/inbox';

/** Cases remembered as read; older ones are forgotten, and count as read once closed. */
const mostRemembered = 500;

/** Which cases hold a message of the person that has not been on this browser's screen. */
export function useSeen() {
  const [seen, setSeen] = useLocalStorage<Record<string, number>>({
    key: 'frontdesk.inbox.seen',
    defaultValue: {},
  });

  const markSeen = useCallback(
    (caseId: string, seq: number) => {
      setSeen((known) => {
        if ((known[caseId] ?? 0) >= seq) return known;
        const { [caseId]: _outdated, ...others } = known;
        const kept = Object.entries(others).slice(-(mostRemembered - 1));
        return { ...Object.fromEntries(kept), [caseId]: seq };
      });
    },
    [setSeen],
  );

  const isUnread = (item: CaseSummary) =>
    item.isAwaitingReply && item.state !== 'closed' && item.lastSeq > (seen[item.id] ?? 0);

  return { isUnread, markSeen };
}
