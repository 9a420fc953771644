'use client';
import { useEffect, useState } from 'react';
import type { Citation } from '@/lib/shared/chat';
import type { CitedPassage } from '@/lib/shared/chunks';
import { fetchPassage } from './conversation-api';

interface Loaded {
  citation: Citation;
  passage?: CitedPassage;
  fault?: unknown;
}

/**
 * Loads the passage of a citation, anew at each opening: who may read it may have changed since.
 * Of a document that was deleted there is nothing to load.
 */
export function useCitedPassage(citation: Citation | null): Omit<Loaded, 'citation'> {
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useEffect(() => {
    if (!citation || citation.isDeleted) return;
    let isCurrent = true;
    fetchPassage(citation).then(
      (passage) => isCurrent && setLoaded({ citation, passage }),
      (fault: unknown) => isCurrent && setLoaded({ citation, fault }),
    );
    return () => {
      isCurrent = false;
      setLoaded(null);
    };
  }, [citation]);

  return loaded?.citation === citation ? loaded : {};
}
