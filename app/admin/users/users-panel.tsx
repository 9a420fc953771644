'use client';
import { Button, Container, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { UserView } from '@/lib/shared/users';
import { DisableDialog } from './disable-dialog';
import { KeysDialog } from './keys-dialog';
import { LinkDialog } from './link-dialog';
import { UserDialog } from './user-dialog';
import { UserRow } from './user-row';

/** What is open over the list. */
type Open =
  | { kind: 'new' }
  | { kind: 'edit' | 'link' | 'keys' | 'disable'; user: UserView }
  | { kind: 'nothing' };

interface Props {
  users: UserView[];
  teams: { id: string; name: string }[];
}

/** The list of accounts with everything that can be done to them. */
export function UsersPanel({ users, teams }: Props) {
  const t = useTranslations('admin.users');
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const close = () => setOpen({ kind: 'nothing' });
  return (
    <Container size="md" py="xl">
      <Group justify="space-between" align="flex-start">
        <Title order={1}>{t('title')}</Title>
        <Button onClick={() => setOpen({ kind: 'new' })}>{t('add')}</Button>
      </Group>
      <Text c="dimmed" mt={4} maw="60ch">
        {t('intro')}
      </Text>
      <Paper withBorder mt="lg" component="ul" p={0} style={{ listStyle: 'none' }}>
        {users.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            teams={teams}
            onChoose={(kind) => setOpen({ kind, user })}
          />
        ))}
      </Paper>
      {open.kind === 'new' ? <UserDialog teams={teams} onClose={close} /> : null}
      {open.kind === 'edit' ? <UserDialog teams={teams} user={open.user} onClose={close} /> : null}
      {open.kind === 'link' ? <LinkDialog user={open.user} onClose={close} /> : null}
      {open.kind === 'keys' ? <KeysDialog user={open.user} onClose={close} /> : null}
      {open.kind === 'disable' ? <DisableDialog user={open.user} onClose={close} /> : null}
    </Container>
  );
}
