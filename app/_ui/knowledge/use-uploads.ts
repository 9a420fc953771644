'use client';
import { useRef, useState } from 'react';
import { newUuid } from '@/app/_ui/chat/new-uuid';
import type { Visibility } from '@/lib/auth/visibility';
import { uploadFile } from './upload-file';

/** A file on its way to the desk. */
export interface Upload {
  key: string;
  file: File;
  visibility: Visibility;
  title?: string;
  state: 'uploading' | 'duplicate' | 'failed';
  /** 0 to 1. */
  fraction: number;
  /** What went wrong; absent unless failed. */
  fault?: unknown;
}

/** Files sent to the desk, a few at a time, each with its own progress and its own refusal. */
export function useUploads(onReceived: (documentId: string) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  const line = useRef(Promise.resolve());

  function change(key: string, changes: Partial<Upload>) {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }

  async function send({ key, file, visibility, title }: Upload, { signal }: AbortController) {
    if (signal.aborted) return;
    const onProgress = (fraction: number) => change(key, { fraction });
    try {
      const received = await uploadFile(file, { visibility, title, onProgress, signal });
      onReceived(received.id);
      // From here on the document stands in the list of documents, with its own progress.
      if (received.isDuplicate) change(key, { state: 'duplicate', fraction: 1 });
      else remove(key);
    } catch (fault) {
      if (!signal.aborted) change(key, { state: 'failed', fault });
    }
  }

  /** One after the other: a slow line is not shared, and the first is done soonest. */
  function enqueue(upload: Upload) {
    const abort = new AbortController();
    aborts.current.set(upload.key, abort);
    line.current = line.current.then(() => send(upload, abort));
  }

  function add(file: File, visibility: Visibility, title?: string) {
    const key = newUuid();
    const upload: Upload = { key, file, visibility, title, state: 'uploading', fraction: 0 };
    setUploads((all) => [upload, ...all]);
    enqueue(upload);
  }

  function refuse(file: File, visibility: Visibility, fault: Error) {
    const key = newUuid();
    setUploads((all) => [{ key, file, visibility, state: 'failed', fraction: 0, fault }, ...all]);
  }

  function retry(upload: Upload) {
    const again: Upload = { ...upload, state: 'uploading', fraction: 0, fault: undefined };
    change(upload.key, again);
    enqueue(again);
  }

  function remove(key: string) {
    aborts.current.get(key)?.abort();
    aborts.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }

  return { uploads, add, refuse, retry, remove };
}
