import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { UserView } from '@/lib/shared/users';
import { useUserRequest } from './use-user-request';

interface Props {
  user: UserView;
  name: string;
  onChoose: (what: 'edit' | 'link' | 'keys' | 'disable') => void;
}

/** What can be done to an account. */
export function UserMenu({ user, name, onChoose }: Props) {
  const t = useTranslations('admin.users');
  const { send } = useUserRequest();
  const enable = () => send(`/api/users/${user.id}`, 'PATCH', { isDisabled: false });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={user.isDisabled} onClick={() => onChoose('link')}>
          {t('makeLink')}
        </Menu.Item>
        <Menu.Item disabled={user.isDisabled} onClick={() => onChoose('keys')}>
          {t('keys.open')}
        </Menu.Item>
        <Menu.Item onClick={() => onChoose('edit')}>{t('edit')}</Menu.Item>
        {user.isDisabled ? (
          <Menu.Item onClick={enable}>{t('enable')}</Menu.Item>
        ) : (
          <Menu.Item color="red" onClick={() => onChoose('disable')}>
            {t('disable')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
