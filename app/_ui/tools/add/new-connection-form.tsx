'use client';
import { Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { AttemptProblem } from '../attempt-problem';
import { fetchConnections } from '../connections-api';
import { useFocusOnFault } from '../fields/use-focus-on-fault';
import { useLoaded } from '../use-loaded';
import { McpFields } from './mcp-fields';
import { OpenapiFields } from './openapi-fields';
import { useNewConnection } from './use-new-connection';

/** Connects another system: its document is looked at first, nothing is stored before the end. */
export function NewConnectionForm() {
  const t = useTranslations('tools');
  const router = useRouter();
  const form = useNewConnection();
  const { data, fault: listFault } = useLoaded(fetchConnections);
  const { typed, change, faults, fault } = form;
  const formRef = useFocusOnFault(faults);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const id = await form.save();
    if (id) router.push(`/admin/tools/${encodeURIComponent(id)}`);
  }

  return (
    <form ref={formRef} onSubmit={submit} noValidate>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('add.kind')}
          value={typed.kind}
          onChange={(kind) => change({ kind: kind === 'mcp' ? 'mcp' : 'openapi' })}
          data={(['openapi', 'mcp'] as const).map((kind) => ({
            value: kind,
            label: t(`add.kinds.${kind}`),
          }))}
        />
        {typed.kind === 'openapi' ? <OpenapiFields form={form} /> : null}
        {typed.kind === 'mcp' && (data || listFault) ? (
          <McpFields {...{ typed, change, faults }} commands={data?.commands ?? []} />
        ) : null}
        {typed.kind === 'mcp' && !data && !listFault ? <Skeleton height={160} /> : null}
        <AttemptProblem fault={fault} />
        <Group justify="end">
          <Button type="submit" loading={form.isBusy} disabled={!isReady(form)}>
            {t('add.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** An API is connected when its document has been read: until then there is nothing to decide on. */
function isReady({ typed, reading }: ReturnType<typeof useNewConnection>): boolean {
  return typed.kind === 'mcp' || reading.preview !== null;
}
