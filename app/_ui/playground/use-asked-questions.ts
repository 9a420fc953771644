'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import type { AskedQuestion } from '@/lib/shared/trials';
import { fetchQuestions } from './playground-api';

interface Loaded {
  questions: AskedQuestion[];
  next: string | null;
}

/**
 * The questions that people asked: all of them, and those only that were not answered. Nothing is
 * loaded for a reader who may not see them.
 */
export function useAskedQuestions(mayRead: boolean) {
  const [isUnanswered, setIsUnanswered] = useState(false);
  const [lists, setLists] = useState<Partial<Record<string, Loaded>>>({});
  const [fault, setFault] = useState<unknown>(null);
  const current = lists[String(isUnanswered)];

  async function load() {
    setFault(null);
    try {
      const page = await fetchQuestions(isUnanswered, current?.next ?? undefined);
      setLists((before) => ({
        ...before,
        [String(isUnanswered)]: {
          questions: addNew(current?.questions ?? [], page.questions),
          next: page.next,
        },
      }));
    } catch (error) {
      setFault(error);
    }
  }

  const onChoice = useEffectEvent(() => {
    if (mayRead && !current) void load();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice is loaded when it is made.
  useEffect(() => {
    onChoice();
  }, [isUnanswered]);

  return {
    current,
    recent: lists.false?.questions ?? [],
    fault,
    isUnanswered,
    setIsUnanswered,
    load,
  };
}

/** A question that was asked again stands where it was asked last. */
function addNew(shown: AskedQuestion[], added: AskedQuestion[]): AskedQuestion[] {
  const known = new Set(shown.map(({ query }) => query.trim().toLowerCase()));
  return [...shown, ...added.filter(({ query }) => !known.has(query.trim().toLowerCase()))];
}
