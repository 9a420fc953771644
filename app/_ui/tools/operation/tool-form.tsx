import { Button, Group, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import type { ConnectionDetail, OperationView } from '@/lib/shared/connections';
import { AttemptProblem } from '../attempt-problem';
import { useFocusOnFault } from '../fields/use-focus-on-fault';
import { ExampleFields } from './example-fields';
import { IdentityArgumentFields } from './identity-argument-fields';
import { LinkedFields } from './linked-fields';
import { NameFields } from './name-fields';
import { OutputFields } from './output-fields';
import { RiskFields } from './risk-fields';
import { SpecialistFields } from './specialist-fields';
import { TakeAway } from './take-away';
import type { ToolDraft } from './tool-draft';
import { useToolForm } from './use-tool-form';

interface Props {
  operation: OperationView;
  detail: ConnectionDetail;
  draft: ToolDraft | null;
  onDraft: (draft: ToolDraft | null) => void;
  onChanged: () => Promise<void>;
}

/** Everything that people decide about an operation that they give to specialists. */
export function ToolForm({ operation, detail, draft, onDraft, onChanged }: Props) {
  const t = useTranslations('tools.operation');
  const connectionId = detail.connection.id;
  const form = useToolForm({ connectionId, operation, draft, onDraft, onChanged });
  const formRef = useFocusOnFault(form.faults);
  const part = { draft: form.shown, faults: form.faults, change: form.change };
  const isGiven = operation.tool !== null;

  function submit(event: FormEvent) {
    event.preventDefault();
    void form.save();
  }

  return (
    <form ref={formRef} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <SpecialistFields {...part} specialists={detail.specialists} />
        <RiskFields {...part} operation={operation} kind={detail.connection.kind} />
        <NameFields {...part} />
        <OutputFields {...part} outputs={operation.outputs} />
        <IdentityArgumentFields {...part} input={operation.input} />
        <ExampleFields {...part} />
        {form.shown.risk === 'read' ? null : (
          <LinkedFields {...part} operation={operation} operations={detail.operations} />
        )}
        <AttemptProblem fault={form.fault} onReload={() => void form.reload()} />
        <Group gap="sm">
          <Button type="submit" loading={form.isBusy}>
            {t(operation.isChanged ? 'saveAgain' : isGiven ? 'save' : 'give')}
          </Button>
          {draft ? (
            <Button variant="default" onClick={form.forget}>
              {t('forget')}
            </Button>
          ) : null}
          {isGiven ? (
            <TakeAway {...{ operation, connectionId, onChanged }} onTaken={form.forget} ml="auto" />
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
