'use client';
import { Skeleton, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { LoadProblem } from '@/app/_ui/load-problem';
import { fetchConnection } from '../connections-api';
import { useLoaded } from '../use-loaded';
import { ConnectionHead } from './connection-head';
import { OperationDesk } from './operation-desk';

/** One connection: how it is reached and does, and its operations. */
export function ConnectionPanel({ id }: { id: string }) {
  const t = useTranslations('tools');
  const load = useCallback(() => fetchConnection(id), [id]);
  const { data, fault, reload } = useLoaded(load);
  return (
    <Stack gap="md">
      {fault ? <LoadProblem fault={fault} onRetry={reload} /> : null}
      {data || fault ? null : <Skeleton height={320} aria-label={t('loading')} role="status" />}
      {data ? (
        <>
          <ConnectionHead detail={data} onChanged={reload} />
          <OperationDesk detail={data} onChanged={reload} />
        </>
      ) : null}
    </Stack>
  );
}
