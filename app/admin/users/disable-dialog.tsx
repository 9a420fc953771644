import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { UserView } from '@/lib/shared/users';
import { useUserRequest } from './use-user-request';

/** Asks before an account is disabled. */
export function DisableDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const t = useTranslations('admin.users');
  const { send, isSending } = useUserRequest();
  const disable = async () => {
    if (await send(`/api/users/${user.id}`, 'PATCH', { isDisabled: true })) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('disableTitle', { name: user.name ?? user.email })}>
      <Text>{t('disableText')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" loading={isSending} onClick={disable}>
          {t('disable')}
        </Button>
      </Group>
    </Modal>
  );
}
