'use client';
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

/** Switches between light and dark; until it is used, the system's choice holds. */
export function ColorSchemeSwitch() {
  const t = useTranslations('common');
  const { setColorScheme } = useMantineColorScheme();
  const current = useComputedColorScheme('light');
  const next = current === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('switchColorScheme')}
      onClick={() => setColorScheme(next)}
    >
      <IconMoon size={18} stroke={1.6} className="light-only" />
      <IconSun size={18} stroke={1.6} className="dark-only" />
    </ActionIcon>
  );
}
