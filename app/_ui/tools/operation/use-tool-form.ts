'use client';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';
import { type OperationView, toolSettingsSchema } from '@/lib/shared/connections';
import { saveTool } from '../connections-api';
import { type FieldFaults, readIssues } from '../fields/read-issues';
import { useAttempt } from '../use-attempt';
import { draftOf, settingsOf, type ToolDraft } from './tool-draft';

interface Given {
  connectionId: string;
  operation: OperationView;
  draft: ToolDraft | null;
  onDraft: (draft: ToolDraft | null) => void;
  onChanged: () => Promise<void>;
}

/** The form by which an operation is given to specialists: what is typed stays until it is stored. */
export function useToolForm({ connectionId, operation, draft, onDraft, onChanged }: Given) {
  const t = useTranslations('tools.operation');
  const titleOf = useSpecialistTitle();
  const stored = useMemo(() => draftOf(operation), [operation]);
  const [faults, setFaults] = useState<FieldFaults>({});
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const shown = draft ?? stored;

  function change(changes: Partial<ToolDraft>): void {
    // What is typed on is what was seen when that began, even if the page has looked again since.
    const basedOn = shown.basedOn === undefined ? operation.savedAt : shown.basedOn;
    onDraft({ ...shown, basedOn, ...changes });
    setFault(null);
  }

  async function save(): Promise<void> {
    const candidate = settingsOf(shown);
    const parsed = toolSettingsSchema.safeParse(candidate);
    setFaults(parsed.success ? {} : readIssues(parsed.error.issues, candidate));
    if (!parsed.success) return;
    const { operationId, savedAt } = operation;
    const basedOn = shown.basedOn === undefined ? savedAt : shown.basedOn;
    const isStored = await attempt(() => saveTool(connectionId, operationId, parsed.data, basedOn));
    if (!isStored) return;
    const specialists = parsed.data.specialists.map(titleOf).join(', ');
    notifications.show({ message: t('saved', { name: parsed.data.titles.en, specialists }) });
    await onChanged();
    onDraft(null);
  }

  function forget(): void {
    onDraft(null);
    setFaults({});
    setFault(null);
  }

  /** Fetches what somebody else saved meanwhile; what was typed stays, to be saved over it or discarded. */
  async function reload(): Promise<void> {
    if (draft) onDraft({ ...draft, basedOn: undefined });
    await onChanged();
    setFault(null);
  }

  return { shown, change, save, forget, reload, faults, isBusy, fault };
}

/** What every part of the form is given. */
export interface PartProps {
  draft: ToolDraft;
  faults: FieldFaults;
  change: (changes: Partial<ToolDraft>) => void;
}
