'use client';
import { createContext, useContext } from 'react';
import type { Visibility } from '@/lib/auth/visibility';

interface PlaygroundContext {
  /** How the readers of a document are called. */
  labelOf: (visibility: Visibility) => string;
}

const context = createContext<PlaygroundContext | null>(null);

/** Gives the parts of the playground what all of them need. */
export const PlaygroundProvider = context.Provider;

export function usePlaygroundContext(): PlaygroundContext {
  const value = useContext(context);
  if (!value) throw new Error('This part stands outside of the playground.');
  return value;
}
