import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useAct } from '@/app/_ui/use-act';
import type { ConnectionSummary } from '@/lib/shared/connections';
import { refreshConnection } from '../connections-api';

/** What opens a dialog. */
export type ConnectionAction = 'reach' | 'document' | 'identity' | 'credential' | 'delete';

interface Props {
  connection: ConnectionSummary;
  onChoose: (action: ConnectionAction) => void;
  onChanged: () => Promise<void>;
}

/** The menu of what can be done to a connection. The demo company's is kept true by the desk itself. */
export function ConnectionMenu({ connection, onChoose, onChanged }: Props) {
  const t = useTranslations('tools');
  const { act, isBusy } = useAct();
  const { id, name, kind, isOurs, command } = connection;
  if (isOurs) return null;

  async function refresh() {
    await act(async () => {
      await refreshConnection(id);
      return t('refreshed', { name });
    });
    await onChanged();
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="lg"
          loading={isBusy}
          aria-label={t('actions.menu', { name })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {kind === 'mcp' ? (
          <Menu.Item onClick={() => void refresh()}>{t('actions.refresh')}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => onChoose('document')}>{t('actions.document')}</Menu.Item>
        )}
        <Menu.Item onClick={() => onChoose('reach')}>
          {t(command ? 'actions.name' : 'actions.reach')}
        </Menu.Item>
        {command ? null : (
          <>
            <Menu.Item onClick={() => onChoose('credential')}>{t('actions.credential')}</Menu.Item>
            <Menu.Item onClick={() => onChoose('identity')}>{t('actions.identity')}</Menu.Item>
          </>
        )}
        <Menu.Item color="red" onClick={() => onChoose('delete')}>
          {t('actions.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
