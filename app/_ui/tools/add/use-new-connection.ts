'use client';
import { useState } from 'react';
import { type DocumentPreview, newConnectionSchema } from '@/lib/shared/connections';
import { createConnection } from '../connections-api';
import { type FieldFaults, readIssues } from '../fields/read-issues';
import { withProposed } from '../fields/typed-credential';
import { useDocumentPreview } from '../fields/use-document-preview';
import { useAttempt } from '../use-attempt';
import { connectionOf, emptyConnection, type TypedConnection } from './typed-connection';

/** The form for a new connection: what is typed stays until it is stored. */
export function useNewConnection() {
  const [typed, setTyped] = useState(emptyConnection);
  const [faults, setFaults] = useState<FieldFaults>({});
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const reading = useDocumentPreview(takeOver);

  function change(changes: Partial<TypedConnection>): void {
    setTyped((before) => ({ ...before, ...changes }));
    setFaults({});
    setFault(null);
  }

  /** What a document says of itself is proposed where nothing was typed. */
  function takeOver({ title, servers, credential }: DocumentPreview): void {
    setTyped((before) => ({
      ...before,
      name: before.name || title.slice(0, 80),
      address: before.address || (servers[0] ?? ''),
      credential: withProposed(before.credential, credential),
    }));
  }

  /** Resolves to the new connection's id; null when it could not be stored. */
  async function save(): Promise<string | null> {
    const candidate = connectionOf(typed, reading.document.text);
    const parsed = newConnectionSchema.safeParse(candidate);
    if (!parsed.success) {
      setFaults(readIssues(parsed.error.issues, candidate));
      return null;
    }
    setFaults({});
    let id: string | null = null;
    await attempt(async () => {
      id = await createConnection(parsed.data);
    });
    return id;
  }

  return { typed, change, faults, reading, save, isBusy, fault };
}
