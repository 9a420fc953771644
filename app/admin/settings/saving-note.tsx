import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Saving } from './use-settings';

/** Says whether the choice was saved; read out when it changes. */
export function SavingNote({ saving }: { saving: Saving }) {
  const t = useTranslations('settings.reader');
  const hasFailed = saving.state === 'failed';
  return (
    <Text role="status" size="sm" c={hasFailed ? 'red' : undefined} maw="50ch">
      {saving.state === 'done' ? t('saved') : null}
      {hasFailed ? saving.message || t('failed') : null}
    </Text>
  );
}
