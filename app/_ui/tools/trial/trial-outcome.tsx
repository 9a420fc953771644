import { Alert, Badge, Group, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { TrialResult } from '@/lib/shared/operation-trials';
import { useFaultSentence } from '../use-fault-sentence';
import classes from './trial.module.css';

/** What was or would be sent, and what came back, as a model would be told it. */
export function TrialOutcome({ result }: { result: TrialResult }) {
  const t = useTranslations('tools.trial');
  const { request, response } = result;
  const lines = [
    `${request.method} ${request.url}`,
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
    ...(request.body ? ['', indented(request.body)] : []),
  ];
  return (
    <>
      <Title order={3}>{t(response ? 'request' : 'wouldBeSent')}</Title>
      <pre className={classes.block}>{lines.join('\n')}</pre>
      {response ? <Answer response={response} /> : null}
    </>
  );
}

function Answer({ response }: { response: NonNullable<TrialResult['response']> }) {
  const t = useTranslations('tools.trial');
  const format = useFormatter();
  const faultSentence = useFaultSentence();
  const { status, shown, durationMs, isError, fault } = response;
  return (
    <>
      <Group gap="xs" mt="md">
        <Title order={3}>{t('answer')}</Title>
        <Badge variant="light" color={isError ? 'red' : 'green'}>
          {status ?? t(isError ? 'failed' : 'done')}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('took', { ms: format.number(Math.round(durationMs)) })}
        </Text>
      </Group>
      {fault ? (
        <Alert color="red" variant="light" role="alert" my="xs">
          {faultSentence(fault)}
        </Alert>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('shown')}
      </Text>
      <pre className={classes.block}>{shown || t('nothingShown')}</pre>
    </>
  );
}

/** JSON over several lines; anything else as it is. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
