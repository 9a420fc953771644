import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  type ConnectionChange,
  type ConnectionSummary,
  connectionChangeSchema,
} from '@/lib/shared/connections';
import { AttemptProblem } from '../attempt-problem';
import { changeConnection } from '../connections-api';
import { type FieldFaults, readIssues } from '../fields/read-issues';
import { useFocusOnFault } from '../fields/use-focus-on-fault';
import { useAttempt } from '../use-attempt';

/** What every dialog about a connection is given. */
export interface DialogProps {
  connection: ConnectionSummary;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Props extends DialogProps {
  title: string;
  /** What is to be stored. */
  change: Omit<ConnectionChange, 'revision'>;
  isReady?: boolean;
  children: (faults: FieldFaults) => ReactNode;
}

/** A form for a part of a connection: it closes when that is stored; until then what was typed stays. */
export function ChangeDialog({ connection, title, change, isReady = true, ...props }: Props) {
  const t = useTranslations('tools');
  const common = useTranslations('common');
  const [faults, setFaults] = useState<FieldFaults>({});
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const formRef = useFocusOnFault(faults);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const candidate = { ...change, revision: connection.revision };
    const parsed = connectionChangeSchema.safeParse(candidate);
    setFaults(parsed.success ? {} : readIssues(parsed.error.issues, candidate));
    if (!parsed.success) return;
    const isStored = await attempt(() => changeConnection(connection.id, parsed.data));
    if (!isStored) return;
    props.onClose();
    await props.onChanged();
  }

  async function reload() {
    await props.onChanged();
    setFault(null);
  }

  return (
    <Modal
      opened
      size="lg"
      title={title}
      onClose={props.onClose}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form ref={formRef} onSubmit={submit} noValidate>
        <Stack gap="sm">
          {props.children(faults)}
          <AttemptProblem fault={fault} onReload={() => void reload()} />
          <Group justify="end" mt="xs">
            <Button variant="default" onClick={props.onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isReady}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
