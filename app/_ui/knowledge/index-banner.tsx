'use client';
import { Alert, Progress, Stack, Text } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useBuildingIndex } from './use-building-index';

/** While an index is built for another embedding model or store: how far that is. */
export function IndexBanner() {
  const t = useTranslations('knowledge.index');
  const building = useBuildingIndex();
  if (!building) return null;
  const { done, total, error } = building;
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <Alert
      variant="light"
      color={error ? 'yellow' : undefined}
      icon={<IconStack2 size={18} stroke={1.6} />}
      title={t('title')}
    >
      <Stack gap="xs">
        <Text size="sm">{t('progress', { done, total })}</Text>
        <Progress value={percent} size="sm" aria-label={t('bar', { percent })} />
        {error ? (
          <Text size="sm" role="alert">
            {t('stuck', { reason: error })}
          </Text>
        ) : null}
      </Stack>
    </Alert>
  );
}
