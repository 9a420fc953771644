import { Button, Group, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ApiKeyView } from './use-api-keys';

/** One API key: its name, how it begins, when it was last used. Revoking takes two presses. */
export function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyView; onRevoke: () => void }) {
  const t = useTranslations('admin.users.keys');
  const format = useFormatter();
  const [isAsking, setIsAsking] = useState(false);
  const used = apiKey.lastUsedAt
    ? t('used', { date: format.dateTime(apiKey.lastUsedAt, { dateStyle: 'medium' }) })
    : t('neverUsed');
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={500}>{apiKey.name}</Text>
        <Text size="sm" c="dimmed">
          <code>{apiKey.prefix}…</code> · {used}
        </Text>
      </div>
      <Button
        variant={isAsking ? 'filled' : 'default'}
        color={isAsking ? 'red' : undefined}
        size="xs"
        onClick={isAsking ? onRevoke : () => setIsAsking(true)}
        onBlur={() => setIsAsking(false)}
        aria-label={t('revokeNamed', { name: apiKey.name })}
      >
        {isAsking ? t('revokeForGood') : t('revoke')}
      </Button>
    </Group>
  );
}
