'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemSentence } from './problem-sentence';

/**
 * Sends what a form or a dialog holds. `problem` is the sentence that says why the last attempt
 * failed; the form shows it, and what was typed stays.
 */
export function useSubmit() {
  const t = useTranslations('common');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(work: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemSentence(error) ?? t('unreachable'));
    } finally {
      setIsBusy(false);
    }
  }

  return { submit, isBusy, problem, setProblem };
}
