import { Badge, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { ConnectionSummary } from '@/lib/shared/connections';
import { useFaultSentence } from './use-fault-sentence';

/** Whether a connection can be used; if not, why, and what to do. */
export function ConnectionHealth({ connection }: { connection: ConnectionSummary }) {
  const t = useTranslations('tools');
  const sentenceOf = useFaultSentence();
  const { isOn, fault } = connection;
  const state = !isOn ? 'off' : fault ? 'fault' : 'on';
  const color = { off: 'gray', fault: 'red', on: 'green' }[state];
  return (
    <>
      <Badge size="sm" variant="dot" tt="none" fw={500} color={color}>
        {t(`health.${state}`)}
      </Badge>
      {fault ? (
        <Text size="sm" mt={4}>
          {sentenceOf(fault.code)}{' '}
          <Text span size="xs" c="dimmed">
            <TimeAgo at={fault.at} />
          </Text>
        </Text>
      ) : null}
    </>
  );
}
