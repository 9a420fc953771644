'use client';
import { Alert, Button, Group, Paper, Skeleton, Stack } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import { LoadProblem } from '@/app/_ui/load-problem';
import { fetchConnections } from '../connections-api';
import { useLoaded } from '../use-loaded';
import { ConnectionItem } from './connection-item';
import classes from './list.module.css';

/** The connections, with the way to a new one. */
export function Connections() {
  const t = useTranslations('tools');
  const { data, fault, reload } = useLoaded(fetchConnections);
  const connections = data?.connections ?? [];
  const others = connections.filter(({ isOurs }) => !isOurs);
  return (
    <Stack gap="md">
      <Group justify="end">
        <Button component={Link} href="/admin/tools/new">
          {t('add.title')}
        </Button>
      </Group>
      {fault ? <LoadProblem fault={fault} onRetry={reload} /> : null}
      {data || fault ? null : <Skeleton height={160} aria-label={t('loading')} role="status" />}
      {connections.length > 0 ? (
        <Paper withBorder component="ul" className={classes.list} aria-label={t('list')}>
          {connections.map((connection) => (
            <ConnectionItem key={connection.id} connection={connection} onChanged={reload} />
          ))}
        </Paper>
      ) : null}
      {data && connections.length === 0 ? (
        <EmptyState
          icon={<IconPlugConnected size={32} stroke={1.4} />}
          title={t('empty.title')}
          text={t('empty.text')}
        />
      ) : null}
      {connections.length > 0 && others.length === 0 ? (
        <Alert variant="light" color="gray" title={t('onlyOurs.title')}>
          {t('onlyOurs.text')}
        </Alert>
      ) : null}
    </Stack>
  );
}
