'use client';
import { type RefObject, useEffect, useState } from 'react';

/** What the person types, and what they have sent but the server has not yet taken. */
export interface Draft {
  text: string;
  setText: (text: string) => void;
  /** Empties the field; the text is kept until `settle` or `restore`. */
  hold: (text: string) => void;
  settle: () => void;
  restore: () => void;
  /** Puts a text back before what is being typed. */
  giveBack: (text: string) => void;
}

/**
 * Text that survives errors and reloads of the page: kept in this tab's session storage. What was
 * typed into `field` before the page reacted is taken over.
 */
export function useDraft(key: string, field: RefObject<HTMLTextAreaElement | null>): Draft {
  const storageKey = `frontdesk.draft.${key}`;
  const [{ text, held, isLoaded }, setState] = useState({ text: '', held: '', isLoaded: false });

  useEffect(() => {
    const kept = field.current?.value || sessionStorage.getItem(storageKey) || '';
    setState((state) => ({ ...state, text: state.text || kept, isLoaded: true }));
  }, [storageKey, field]);

  useEffect(() => {
    if (!isLoaded) return;
    const kept = join(held, text);
    if (kept) sessionStorage.setItem(storageKey, kept);
    else sessionStorage.removeItem(storageKey);
  }, [storageKey, held, text, isLoaded]);

  return {
    text,
    setText: (next) => setState((state) => ({ ...state, text: next })),
    hold: (sent) => setState((state) => ({ ...state, text: '', held: sent })),
    settle: () => setState((state) => ({ ...state, held: '' })),
    restore: () =>
      setState((state) => ({ ...state, text: join(state.held, state.text), held: '' })),
    giveBack: (given) => setState((state) => ({ ...state, text: join(given, state.text) })),
  };
}

function join(held: string, text: string): string {
  return [held, text].filter(Boolean).join('\n');
}
