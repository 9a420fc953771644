import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { SourceView } from '@/lib/shared/sources';

/** What can be done to a source. */
export type SourceAction = 'sync' | 'pause' | 'resume' | 'edit' | 'delete';

interface Props {
  source: SourceView;
  onChoose: (action: SourceAction) => void;
}

/** The menu of what can be done to a source. */
export function SourceMenu({ source, onChoose }: Props) {
  const t = useTranslations('sources');
  const { id, name, isPaused, state } = source;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions.menu', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={state === 'running'} onClick={() => onChoose('sync')}>
          {t('actions.sync')}
        </Menu.Item>
        <Menu.Item component={Link} href={`/knowledge?source=${encodeURIComponent(id)}`}>
          {t('actions.documents')}
        </Menu.Item>
        <Menu.Item onClick={() => onChoose('edit')}>{t('edit')}</Menu.Item>
        <Menu.Item onClick={() => onChoose(isPaused ? 'resume' : 'pause')}>
          {t(isPaused ? 'actions.resume' : 'actions.pause')}
        </Menu.Item>
        <Menu.Item color="red" onClick={() => onChoose('delete')}>
          {t('actions.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
