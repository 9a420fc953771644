'use client';
import { useEffect, useState } from 'react';
import { type CitedPassage, fetchPassage } from './conversation-api';
import { problemSentence } from './problem-sentence';

interface Loaded {
  chunkId: string;
  passage?: CitedPassage;
  fault?: { sentence: string | null };
}

/** Loads the passage of a citation when one is opened. */
export function usePassage(chunkId: string | null): Omit<Loaded, 'chunkId'> {
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useEffect(() => {
    if (!chunkId) return;
    let isCurrent = true;
    fetchPassage(chunkId).then(
      (passage) => isCurrent && setLoaded({ chunkId, passage }),
      (error: unknown) =>
        isCurrent && setLoaded({ chunkId, fault: { sentence: problemSentence(error) } }),
    );
    return () => {
      isCurrent = false;
    };
  }, [chunkId]);

  return loaded?.chunkId === chunkId ? loaded : {};
}
