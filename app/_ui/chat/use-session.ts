'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type ConversationView, fetchConversation } from './conversation-api';
import { newUuid } from './new-uuid';

/** The conversation on the page; without a view it has not begun. */
export interface Session {
  id: string;
  view: ConversationView | null;
}

const fresh = (): Session => ({ id: newUuid(), view: null });

/**
 * Keeps the conversation on the page and the one named in the address (`?c=`) the same, also for
 * the browser's back and forward buttons.
 */
export function useSession(initial: Session | null) {
  const wanted = useSearchParams().get('c');
  const [session, setSession] = useState<Session>(() => initial ?? fresh());
  const [fault, setFault] = useState<unknown>(null);
  const followed = useRef(initial?.id ?? null);

  const follow = useEffectEvent((id: string | null) => {
    if (id === followed.current) return undefined;
    followed.current = id;
    setFault(null);
    if (id === session.id) return undefined;
    if (id === null) {
      setSession(fresh());
      return undefined;
    }
    const abort = new AbortController();
    fetchConversation(id).then(
      (view) => abort.signal.aborted || setSession({ id, view }),
      (error: unknown) => abort.signal.aborted || setFault(error),
    );
    return () => abort.abort();
  });

  useEffect(() => follow(wanted), [wanted]);

  return { session, fault };
}
