'use client';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemSentence } from './problem-sentence';

/**
 * Does one thing at a time for the reader. `act` resolves to whether it was done; the sentence that
 * `work` resolves to, or the reason why it failed, is shown as a notice.
 */
export function useAct() {
  const t = useTranslations('common');
  const [isBusy, setIsBusy] = useState(false);

  async function act(work: () => Promise<string | null>): Promise<boolean> {
    setIsBusy(true);
    try {
      const message = await work();
      if (message) notifications.show({ message });
      return true;
    } catch (error) {
      notifications.show({ color: 'red', message: problemSentence(error) ?? t('unreachable') });
      return false;
    } finally {
      setIsBusy(false);
    }
  }

  return { act, isBusy };
}
