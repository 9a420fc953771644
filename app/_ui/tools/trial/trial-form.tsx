import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState } from 'react';
import type { ConnectionSummary, OperationView } from '@/lib/shared/connections';
import { onlyReads } from '@/lib/shared/operation-effect';
import type { SentTrial, TrialResult } from '@/lib/shared/operation-trials';
import { AttemptProblem } from '../attempt-problem';
import { tryOperation } from '../connections-api';
import { propertiesOf } from '../schema-properties';
import { useAttempt } from '../use-attempt';
import { ArgumentField } from './argument-field';
import { type ReadArguments, readArguments } from './read-arguments';
import { SentTrials } from './sent-trials';
import { TrialOutcome } from './trial-outcome';

interface Props {
  operation: OperationView;
  connection: ConnectionSummary;
  /** Fields of the response that a model would see. */
  outputs: string[];
  /** The latest calls of this operation from here. */
  trials: SentTrial[];
  onSent: () => Promise<void>;
}

/** Tries an operation out: shows what would be sent, and calls what only reads. */
export function TrialForm({ operation, connection, outputs, trials, onSent }: Props) {
  const t = useTranslations('tools.trial');
  const properties = useMemo(() => propertiesOf(operation.input), [operation.input]);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [as, setAs] = useState('');
  const [faults, setFaults] = useState<ReadArguments['faults']>({});
  const [result, setResult] = useState<TrialResult | null>(null);
  const { attempt, isBusy, fault } = useAttempt();
  const isOnlyReading = onlyReads(operation);
  const needsPerson = connection.identity !== null || connection.isOurs;

  async function run(isDryRun: boolean) {
    const read = readArguments(properties, typed);
    setFaults(read.faults);
    if (Object.keys(read.faults).length > 0) return;
    const { operationId } = operation;
    const whom = as.trim() ? { as: as.trim() } : {};
    setResult(null);
    await attempt(async () => {
      const trial = { operationId, arguments: read.args, ...whom, isDryRun, outputs };
      setResult(await tryOperation(connection.id, trial));
    });
    if (!isDryRun) await onSent();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void run(true);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {needsPerson ? (
          <TextInput
            label={t('as')}
            description={t('asHint')}
            value={as}
            autoComplete="off"
            onChange={(event) => setAs(event.currentTarget.value)}
          />
        ) : null}
        {properties.length === 0 ? <Text size="sm">{t('noArguments')}</Text> : null}
        {properties.map((property) => (
          <ArgumentField
            key={property.name}
            property={property}
            value={typed[property.name] ?? ''}
            fault={faults[property.name]}
            onChange={(value) => setTyped({ ...typed, [property.name]: value })}
          />
        ))}
        <Group gap="sm">
          <Button type="submit" variant="default" loading={isBusy}>
            {t('show')}
          </Button>
          {isOnlyReading ? (
            <Button loading={isBusy} onClick={() => void run(false)}>
              {t('call')}
            </Button>
          ) : null}
        </Group>
        {isOnlyReading ? null : (
          <Text size="sm" c="dimmed">
            {t(isSaidToChange(operation) ? 'notCalled' : 'notJudged')}
          </Text>
        )}
        <AttemptProblem fault={fault} />
        <div aria-live="polite">{result ? <TrialOutcome result={result} /> : null}</div>
        <SentTrials trials={trials} />
      </Stack>
    </form>
  );
}

/** Where nobody said so, it is not called either, for another reason. */
function isSaidToChange({ effect, tool }: OperationView): boolean {
  return effect === 'changes' || (tool !== null && tool.risk !== 'read');
}
