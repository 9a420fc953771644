'use client';
import { useRef, useState } from 'react';
import type { DocumentPreview } from '@/lib/shared/connections';
import { previewDocument } from '../connections-api';
import { useAttempt } from '../use-attempt';
import { noDocument, type TypedDocument } from './typed-document';

/** A document that is being handed in, and what the desk reads in it before anything is stored. */
export function useDocumentPreview(onRead?: (preview: DocumentPreview) => void) {
  const [document, setDocument] = useState(noDocument);
  const [preview, setPreview] = useState<DocumentPreview | null>(null);
  const { attempt, isBusy, fault, setFault } = useAttempt();
  /** The newest document: an answer about another one is late. */
  const asked = useRef('');

  async function look(text: string): Promise<void> {
    asked.current = text;
    await attempt(async () => {
      const read = await previewDocument(text);
      if (asked.current !== text) return;
      setPreview(read);
      onRead?.(read);
    });
  }

  function change(value: TypedDocument, isWhole: boolean): void {
    asked.current = value.text;
    setDocument(value);
    setPreview(null);
    setFault(null);
    if (isWhole && value.text.trim() !== '') void look(value.text);
  }

  return { document, preview, change, look: () => look(document.text), isBusy, fault };
}
