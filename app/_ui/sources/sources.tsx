'use client';
import { Button, Group, Paper, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFolderSymlink } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import { type Team, useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { LoadProblem } from '@/app/_ui/load-problem';
import { useAct } from '@/app/_ui/use-act';
import type { SourceKind, SourceView } from '@/lib/shared/sources';
import { DeleteSourceDialog } from './delete-source-dialog';
import { SourceDialog } from './source-dialog';
import { SourceItem } from './source-item';
import type { SourceAction } from './source-menu';
import classes from './sources.module.css';
import { changeSource, syncSource } from './sources-api';
import { useSources } from './use-sources';

/** What is open over the list. */
type Open = { kind: 'new' } | { kind: 'edit' | 'delete'; source: SourceView } | { kind: 'nothing' };

interface Props {
  initial: SourceView[];
  kinds: SourceKind[];
  teams: Team[];
  /** Folders of the server that may be chosen. */
  folders: string[];
}

/** The sources with everything that can be done to them. */
export function Sources({ initial, kinds, teams, folders }: Props) {
  const t = useTranslations('sources');
  const { sources, fault, reload } = useSources(initial);
  const { labelOf } = useVisibilityOptions(teams);
  const { act } = useAct();
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const close = () => setOpen({ kind: 'nothing' });

  async function tell(work: Promise<void>, message: string) {
    await act(async () => {
      await work;
      return message;
    });
    await reload();
  }

  function choose(action: SourceAction, source: SourceView) {
    const { id, name } = source;
    if (action === 'edit' || action === 'delete') setOpen({ kind: action, source });
    if (action === 'sync') void tell(syncSource(id), t('asked', { name }));
    if (action === 'pause') void tell(changeSource(id, { isPaused: true }), t('paused', { name }));
    if (action === 'resume')
      void tell(changeSource(id, { isPaused: false }), t('resumed', { name }));
  }

  async function done(message?: string) {
    close();
    if (message) notifications.show({ message });
    await reload();
  }

  return (
    <Stack gap="md">
      <Group justify="end">
        <Button onClick={() => setOpen({ kind: 'new' })}>{t('add')}</Button>
      </Group>
      {fault ? <LoadProblem fault={fault} onRetry={reload} /> : null}
      {sources.length === 0 ? (
        <EmptyState
          icon={<IconFolderSymlink size={32} stroke={1.4} />}
          title={t('empty.title')}
          text={t('empty.text')}
        />
      ) : (
        <Paper withBorder component="ul" className={classes.list} aria-label={t('title')}>
          {sources.map((source) => (
            <SourceItem
              key={source.id}
              source={source}
              kind={kinds.find(({ kind }) => kind === source.kind)}
              visibility={labelOf(source.visibility)}
              onChoose={(action) => choose(action, source)}
            />
          ))}
        </Paper>
      )}
      {open.kind === 'new' || open.kind === 'edit' ? (
        <SourceDialog
          source={open.kind === 'edit' ? open.source : null}
          {...{ kinds, teams, folders }}
          onSaved={() => void done()}
          onClose={close}
        />
      ) : null}
      {open.kind === 'delete' ? (
        <DeleteSourceDialog
          source={open.source}
          onDeleted={() => void done(t('delete.done', { name: open.source.name }))}
          onClose={close}
        />
      ) : null}
    </Stack>
  );
}
