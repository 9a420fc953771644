'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RetrievalSettings } from '@/lib/shared/retrieval';
import type { Trial } from '@/lib/shared/trials';
import { type Eyes, toViewAs } from './eyes';
import { addressQuery } from './playground-address';
import { fetchTrial } from './playground-api';
import { changedSettings } from './setting-fields';

/** What is tried. */
export interface TrialInput {
  query: string;
  eyes: Eyes;
  settings: RetrievalSettings;
}

interface Outcome {
  trial?: Trial;
  /** Whose eyes the trial was made with. */
  eyes?: Eyes;
  fault?: unknown;
  isBusy: boolean;
}

/**
 * The trial of the page: what is typed and chosen, kept in the address, and what came of it. What
 * came last stays while the next is on its way; of several on their way the latest counts.
 * @param applied the settings of the desk: an address names those only that differ from them.
 */
export function useTrial(initial: TrialInput, applied: RetrievalSettings) {
  const [input, setInput] = useState(initial);
  const [tried, setTried] = useState(initial);
  const [outcome, setOutcome] = useState<Outcome>({ isBusy: false });
  const running = useRef<AbortController | null>(null);

  function change(changes: Partial<TrialInput>) {
    setInput((before) => ({ ...before, ...changes }));
  }

  /** Changes some of it, and tries again where there is a question. */
  function run(changes: Partial<TrialInput> = {}) {
    const next = { ...input, ...changes };
    setInput(next);
    setTried(next);
    const { query, eyes, settings } = next;
    const viewAs = toViewAs(eyes);
    running.current?.abort();
    if (query.trim() === '' || !viewAs) return setOutcome({ isBusy: false });
    const controller = new AbortController();
    running.current = controller;
    setOutcome((shown) => ({ ...shown, isBusy: true }));
    fetchTrial({ query, viewAs, settings }, controller.signal).then(
      (trial) => {
        if (!controller.signal.aborted) setOutcome({ trial, eyes, isBusy: false });
      },
      (fault: unknown) => {
        if (!controller.signal.aborted) setOutcome({ fault, isBusy: false });
      },
    );
  }

  useEffect(() => keepInAddress(tried, applied), [tried, applied]);
  const onOpen = useEffectEvent(() => {
    if (input.query.trim() !== '') run();
  });
  useEffect(() => {
    onOpen();
    return () => running.current?.abort();
  }, []);

  return { input, outcome, change, run };
}

function keepInAddress({ query, eyes, settings }: TrialInput, applied: RetrievalSettings) {
  const viewAs = toViewAs(eyes) ?? { kind: 'self' };
  const search = addressQuery({ query, viewAs, changes: changedSettings(settings, applied) });
  // The page is the same: only the address changes, nothing is loaded again.
  window.history.replaceState(null, '', `${window.location.pathname}${search && `?${search}`}`);
}
