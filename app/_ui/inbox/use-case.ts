'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { mergeMessages } from '@/app/_ui/chat/merge-messages';
import type { CaseDetail } from '@/lib/shared/inbox';
import { fetchCase } from './inbox-api';

/**
 * One case with its conversation. Fetched again whenever `version` changes; what was shown stays
 * until the new arrives, and earlier messages that were asked for stay, too.
 */
export function useCase(caseId: string, version: number) {
  const [detail, setDetail] = useState<CaseDetail | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const newestRequest = useRef(0);

  async function refresh() {
    newestRequest.current += 1;
    const request = newestRequest.current;
    try {
      const fresh = await fetchCase(caseId);
      if (request !== newestRequest.current) return;
      setDetail((shown) => (shown ? keepEarlier(shown, fresh) : fresh));
      setFault(null);
    } catch (error) {
      if (request === newestRequest.current) setFault(error);
    }
  }

  async function showEarlier() {
    const before = detail?.messages[0]?.metadata?.seq;
    if (before === undefined) return;
    try {
      const earlier = await fetchCase(caseId, before);
      setDetail((shown) => shown && withEarlier(shown, earlier));
    } catch (error) {
      setFault(error);
    }
  }

  const onChange = useEffectEvent((_version: number) => refresh());
  useEffect(() => {
    void onChange(version);
  }, [version]);

  return { detail, fault, refresh, showEarlier };
}

function keepEarlier(shown: CaseDetail, fresh: CaseDetail): CaseDetail {
  const messages = mergeMessages(shown.messages, fresh.messages);
  const hasMore = messages.length > fresh.messages.length;
  return { ...fresh, messages, hasEarlier: hasMore ? shown.hasEarlier : fresh.hasEarlier };
}

function withEarlier(shown: CaseDetail, earlier: CaseDetail): CaseDetail {
  const messages = mergeMessages(shown.messages, earlier.messages);
  return { ...shown, messages, hasEarlier: earlier.hasEarlier };
}
