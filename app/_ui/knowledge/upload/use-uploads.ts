'use client';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { cancelReading, fetchDocument, retryReading } from '@/app/_ui/knowledge/documents-api';
import { problemSentence } from '@/app/_ui/problem-sentence';
import type { Upload } from './upload';
import { uploadFile } from './upload-file';
import { UploadQueue } from './upload-queue';

const none: readonly Upload[] = [];

/** Asks whether the page is to be left; the words are the browser's own. */
function askBeforeLeaving(event: BeforeUnloadEvent) {
  event.preventDefault();
}

function makeQueue(): UploadQueue {
  return new UploadQueue({
    send: uploadFile,
    find: fetchDocument,
    cancelReading,
    retryReading,
    onBusy: (isBusy) => {
      if (isBusy) window.addEventListener('beforeunload', askBeforeLeaving);
      else window.removeEventListener('beforeunload', askBeforeLeaving);
    },
  });
}

let kept: { readerId: string; queue: UploadQueue } | undefined;

/** The queue of this person in this browser tab: it outlives the page, and goes on without it. */
function queueOf(readerId: string): UploadQueue {
  // On the server there is nothing to keep, and nobody to share it with.
  if (typeof window === 'undefined') return makeQueue();
  if (kept?.readerId !== readerId) {
    void kept?.queue.cancelRest();
    kept = { readerId, queue: makeQueue() };
  }
  return kept.queue;
}

/** The files on their way to the desk, and what may be done about them. */
export function useUploads(readerId: string) {
  const t = useTranslations('knowledge.upload');
  const [queue] = useState(() => queueOf(readerId));
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot, () => none);
  useEffect(() => queue.resume(), [queue]);

  async function telling(act: Promise<void>) {
    try {
      await act;
    } catch (error) {
      notifications.show({ color: 'red', message: problemSentence(error) ?? t('network') });
    }
  }

  return {
    uploads,
    isPaused: queue.isPaused,
    add: queue.add.bind(queue),
    touch: queue.touch.bind(queue),
    resume: queue.resume.bind(queue),
    dismiss: queue.dismiss.bind(queue),
    clear: queue.clear.bind(queue),
    cancel: (key: string) => telling(queue.cancel(key)),
    cancelRest: () => telling(queue.cancelRest()),
    retry: (key: string) => telling(queue.retry(key)),
    retryAll: () => telling(queue.retryAll()),
  };
}
