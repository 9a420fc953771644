import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { UserView } from '@/lib/shared/users';
import { StaffFields } from './staff-fields';
import { useUserRequest } from './use-user-request';

interface Props {
  /** The account to change; a new one is made without it. */
  user?: UserView;
  teams: { id: string; name: string }[];
  onClose: () => void;
}

/** The form for a new account, or for changing one. */
export function UserDialog({ user, teams, onClose }: Props) {
  const t = useTranslations('admin.users');
  const { send, isSending } = useUserRequest();
  const [kind, setKind] = useState<'customer' | 'staff'>(user?.kind ?? 'staff');
  const [roles, setRoles] = useState(user?.roles ?? ['operator']);
  const [teamIds, setTeamIds] = useState(user?.teamIds ?? []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = text(form, 'name');
    const accountId = text(form, 'accountId');
    const rights = kind === 'staff' ? { roles, teamIds } : {};
    const isDone = user
      ? await send(`/api/users/${user.id}`, 'PATCH', { ...rights, name, accountId })
      : await send('/api/users', 'POST', {
          ...rights,
          kind,
          email: text(form, 'email'),
          name: name ?? undefined,
          accountId: accountId ?? undefined,
        });
    if (isDone) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={user ? user.email : t('add')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {user ? null : (
            <>
              <SegmentedControl
                aria-label={t('kind')}
                value={kind}
                onChange={(value) => setKind(value === 'staff' ? 'staff' : 'customer')}
                data={[
                  { value: 'staff', label: t('kinds.staff') },
                  { value: 'customer', label: t('kinds.customer') },
                ]}
              />
              <TextInput name="email" type="email" required label={t('email')} />
            </>
          )}
          <TextInput name="name" label={t('name')} defaultValue={user?.name ?? ''} />
          {kind === 'staff' ? (
            <StaffFields {...{ roles, setRoles, teamIds, setTeamIds, teams }} />
          ) : (
            <TextInput
              name="accountId"
              label={t('accountId')}
              description={t('accountIdHint')}
              defaultValue={user?.accountId ?? ''}
            />
          )}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {user ? t('save') : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What was typed into a field; null when nothing was. */
function text(form: FormData, name: string): string | null {
  return String(form.get(name) ?? '').trim() || null;
}
