'use client';
import { Avatar, Button, Menu, Text, UnstyledButton } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** The signed-in person, as the header shows them. */
export interface Account {
  name: string;
  email?: string;
}

interface Props {
  account: Account | null;
  signOut: () => Promise<void>;
}

/** The signed-in person with the way out, or the way in. */
export function AccountMenu({ account, signOut }: Props) {
  const t = useTranslations('common');
  if (!account) {
    return (
      <Button component={Link} href="/sign-in" size="compact-sm" variant="default" px="sm">
        {t('signIn')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton aria-label={t('accountMenu', { name: account.name })}>
          <Avatar name={account.name} color="harbor" size={30} radius="xl" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {account.name}
          </Text>
          {account.email && account.email !== account.name ? (
            <Text size="xs" c="dimmed" truncate>
              {account.email}
            </Text>
          ) : null}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} href="/account">
          {t('yourAccount')}
        </Menu.Item>
        <Menu.Item onClick={() => signOut()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
