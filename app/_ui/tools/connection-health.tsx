import { Badge, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import { mayPass } from '@/lib/shared/call-fault';
import type { ConnectionSummary } from '@/lib/shared/connections';
import { useFaultSentence } from './use-fault-sentence';

interface Props {
  connection: Pick<ConnectionSummary, 'isOn' | 'fault'>;
}

/** Whether a connection can be used, and whether its calls work; if not, since when, why, and what to do. */
export function ConnectionHealth({ connection }: Props) {
  const t = useTranslations('tools.health');
  const { isOn, fault } = connection;
  const onState = !fault ? 'on' : mayPass(fault.code) ? 'failing' : 'fault';
  const state = isOn ? onState : 'off';
  const color = { off: 'gray', failing: 'orange', fault: 'red', on: 'green' }[state];
  return (
    <>
      <Badge size="sm" variant="dot" tt="none" fw={500} color={color}>
        {t(state)}
      </Badge>
      {fault ? <Fault fault={fault} /> : null}
    </>
  );
}

function Fault({ fault: { code, at } }: { fault: NonNullable<ConnectionSummary['fault']> }) {
  const t = useTranslations('tools.health');
  const sentence = useFaultSentence()(code);
  const ago = <TimeAgo at={at} />;
  if (mayPass(code)) {
    return (
      <Text size="sm" mt={4}>
        {t.rich('since', { ago: () => ago })} {sentence}
      </Text>
    );
  }
  return (
    <Text size="sm" mt={4}>
      {sentence}{' '}
      <Text span size="xs" c="dimmed">
        {ago}
      </Text>
    </Text>
  );
}
