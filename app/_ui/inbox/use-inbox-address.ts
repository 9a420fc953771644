'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { type CaseFilter, caseStateSchema } from '@/lib/shared/inbox';

/**
 * Which list and which case the page shows: kept in the address, so that a case can be linked to
 * and the browser's back button leads from a case to the list.
 */
export function useInboxAddress() {
  const params = useSearchParams();
  const router = useRouter();
  const state = caseStateSchema.catch('open').parse(params.get('state'));
  const caseId = params.get('case');

  function go(next: { state: CaseFilter; caseId?: string }, isNewStep: boolean) {
    const query = new URLSearchParams({ state: next.state });
    if (next.caseId) query.set('case', next.caseId);
    const url = `/inbox?${query}`;
    // The page is the same: only the address changes, nothing is loaded again.
    if (isNewStep) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  }

  return {
    state,
    caseId,
    showState: (next: CaseFilter) => go({ state: next }, false),
    openCase: (id: string) => go({ state, caseId: id }, caseId === null),
    followCase: (next: CaseFilter) => go({ state: next, caseId: caseId ?? undefined }, false),
    closeCase: () => (window.history.length > 1 ? router.back() : go({ state }, false)),
  };
}
