import { Anchor, Badge, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ConnectionSummary } from '@/lib/shared/connections';
import { ConnectionHealth } from '../connection-health';
import { ConnectionSwitch } from '../connection-switch';
import classes from './list.module.css';

interface Props {
  connection: ConnectionSummary;
  onChanged: () => Promise<void>;
}

/** One connection: what it is, where it leads, how much of it is used, how it does. */
export function ConnectionItem({ connection, onChanged }: Props) {
  const t = useTranslations('tools');
  const { id, name, kind, isOurs, address, command, operationCount, toolCount } = connection;
  return (
    <li className={classes.connection}>
      <div className={classes.what}>
        <Group gap="xs">
          <Anchor component={Link} href={`/admin/tools/${encodeURIComponent(id)}`} fw={500}>
            {name}
          </Anchor>
          <Badge size="sm" variant="light" color="gray">
            {t(`kinds.${kind}`)}
          </Badge>
          {isOurs ? (
            <Badge size="sm" variant="light">
              {t('ours')}
            </Badge>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {address ?? (command ? t('byCommand', { command }) : null)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('counts.operations', { count: operationCount })} ·{' '}
          {isOurs && toolCount === 0
            ? t('counts.ownTools')
            : t('counts.tools', { count: toolCount })}
        </Text>
      </div>
      <div className={classes.health}>
        <ConnectionHealth connection={connection} />
      </div>
      <div className={classes.switch}>
        <ConnectionSwitch connection={connection} onChanged={onChanged} />
      </div>
    </li>
  );
}
