import { Stack } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import { TextLink } from '@/app/_ui/text-link';

/** What stands in the place of the playground while there is nothing to find. */
export function NoDocuments() {
  const t = useTranslations('playground.empty.noDocuments');
  return (
    <Stack align="center" gap={0}>
      <EmptyState icon={<IconFiles size={32} stroke={1.4} />} title={t('title')} text={t('text')} />
      <TextLink href="/knowledge">{t('link')}</TextLink>
    </Stack>
  );
}
