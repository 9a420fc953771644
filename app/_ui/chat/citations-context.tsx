'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Citation } from '@/lib/shared/chat';

interface Citations {
  find: (n: number) => Citation | undefined;
  open: (citation: Citation) => void;
}

const CitationsContext = createContext<Citations>({ find: () => undefined, open: () => undefined });

interface Props {
  items: Citation[];
  onOpen: (citation: Citation) => void;
  children: ReactNode;
}

/** The sources of one answer, for the numbers inside its text. */
export function CitationsProvider({ items, onOpen, children }: Props) {
  const value = useMemo(
    () => ({ find: (n: number) => items.find((item) => item.n === n), open: onOpen }),
    [items, onOpen],
  );
  return <CitationsContext value={value}>{children}</CitationsContext>;
}

/** The sources of the answer around. */
export function useCitations(): Citations {
  return useContext(CitationsContext);
}
