import { Button, Group, Modal, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import type { UserView } from '@/lib/shared/users';
import { CopyField } from './copy-field';
import { KeyRow } from './key-row';
import { useApiKeys } from './use-api-keys';

/** An account's API keys: make one, revoke one. A new key is shown here and never again. */
export function KeysDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const t = useTranslations('admin.users.keys');
  const { keys, made, error, create, revoke } = useApiKeys(user.id);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    await create(String(new FormData(form).get('name')));
    form.reset();
  }

  return (
    <Modal opened size="lg" onClose={onClose} title={t('title', { name: user.name ?? user.email })}>
      <Stack gap="md">
        <Text size="sm">{t('intro')}</Text>
        {made ? (
          <div role="status">
            <Text size="sm" fw={500}>
              {t('made')}
            </Text>
            <CopyField value={made} label={t('made')} />
          </div>
        ) : null}
        {error ? (
          <Text c="red" size="sm" role="alert">
            {error}
          </Text>
        ) : null}
        {keys === undefined && !error ? <Skeleton h={40} /> : null}
        {keys?.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('none')}
          </Text>
        ) : null}
        {keys?.map((key) => (
          <KeyRow key={key.id} apiKey={key} onRevoke={() => revoke(key.id)} />
        ))}
        <form onSubmit={submit}>
          <Group align="flex-end" gap="sm">
            <TextInput name="name" required maxLength={100} label={t('name')} flex={1} />
            <Button type="submit">{t('create')}</Button>
          </Group>
        </form>
      </Stack>
    </Modal>
  );
}
