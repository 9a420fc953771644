import { Alert, Badge, Group, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ConnectionSummary } from '@/lib/shared/connections';
import { ConnectionHealth } from '../connection-health';
import { ConnectionSwitch } from '../connection-switch';
import type { ConnectionView } from '../connections-api';
import classes from './connection.module.css';
import { ConnectionDialog } from './connection-dialog';
import { type ConnectionAction, ConnectionMenu } from './connection-menu';

interface Props {
  detail: ConnectionView;
  onChanged: () => Promise<void>;
}

/** What a connection is, how it does, and everything that can be changed about it. */
export function ConnectionHead({ detail, onChanged }: Props) {
  const t = useTranslations('tools');
  const { connection } = detail;
  const [open, setOpen] = useState<ConnectionAction | null>(null);
  const changed = detail.operations.filter(({ isChanged }) => isChanged).length;
  return (
    <header>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div className={classes.title}>
          <Group gap="xs">
            <Title order={1}>{connection.name}</Title>
            <Badge variant="light" color="gray">
              {t(`kinds.${connection.kind}`)}
            </Badge>
            {connection.isOurs ? <Badge variant="light">{t('ours')}</Badge> : null}
          </Group>
          <Facts connection={connection} />
        </div>
        <Group gap="xs" wrap="nowrap">
          <ConnectionSwitch connection={connection} onChanged={onChanged} />
          <ConnectionMenu connection={connection} onChoose={setOpen} onChanged={onChanged} />
        </Group>
      </Group>
      <div className={classes.health}>
        <ConnectionHealth connection={connection} />
      </div>
      {changed > 0 ? (
        <Alert
          color="yellow"
          variant="light"
          mt="sm"
          title={t('changed.title', { count: changed })}
        >
          {t('changed.text')}
        </Alert>
      ) : null}
      {open ? (
        <ConnectionDialog
          action={open}
          detail={detail}
          onChanged={onChanged}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </header>
  );
}

function Facts({ connection }: { connection: ConnectionSummary }) {
  const t = useTranslations('tools');
  const { address, command, identity, credentialKind } = connection;
  const isStored = credentialKind !== 'none';
  const facts = [
    t(`credential.kinds.${credentialKind}`) + (isStored ? ` (${t('credential.stored')})` : ''),
    identity
      ? t('identity.fact', {
          what: t(`identity.values.${identity.value}`),
          header: identity.header,
        })
      : t('identity.values.none'),
  ];
  return (
    <>
      <Text size="sm">{address ?? (command ? t('byCommand', { command }) : null)}</Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </>
  );
}
