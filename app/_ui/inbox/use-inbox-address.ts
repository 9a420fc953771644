'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import {
  type CaseFilter,
  caseStateSchema,
  type InboxView,
  inboxViewSchema,
} from '@/lib/shared/inbox';

interface Place {
  view?: InboxView;
  state?: CaseFilter;
  caseId?: string | null;
  approvalId?: string | null;
}

/**
 * Which list and which case or approval the page shows: kept in the address, so that each can be
 * linked to and the browser's back button leads from it to the list.
 */
export function useInboxAddress() {
  const params = useSearchParams();
  const router = useRouter();
  const view = inboxViewSchema.catch('cases').parse(params.get('view') ?? 'cases');
  const state = caseStateSchema.catch('open').parse(params.get('state'));
  const caseId = params.get('case');
  const approvalId = params.get('approval');

  function go(next: Place, isNewStep: boolean) {
    const query = new URLSearchParams({ state: next.state ?? state });
    if (next.view === 'approvals') query.set('view', next.view);
    if (next.caseId) query.set('case', next.caseId);
    if (next.approvalId) query.set('approval', next.approvalId);
    const url = `/inbox?${query}`;
    // The page is the same: only the address changes, nothing is loaded again.
    if (isNewStep) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  }

  const leave = (list: Place) => (window.history.length > 1 ? router.back() : go(list, false));
  return {
    view,
    state,
    caseId: view === 'cases' ? caseId : null,
    approvalId: view === 'approvals' ? approvalId : null,
    showView: (next: InboxView) => go({ view: next }, false),
    showState: (next: CaseFilter) => go({ state: next }, false),
    openCase: (id: string) => go({ caseId: id }, caseId === null),
    followCase: (next: CaseFilter) => go({ state: next, caseId }, false),
    closeCase: () => leave({}),
    openApproval: (id: string) => go({ view: 'approvals', approvalId: id }, approvalId === null),
    closeApproval: () => leave({ view: 'approvals' }),
  };
}
