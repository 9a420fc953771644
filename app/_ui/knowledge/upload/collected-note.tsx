import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Collected } from './collect-files';

/** Names told of those that were left out. */
const mostNames = 3;

/** What was added of what a person dropped or chose, and what was left out, by name. */
export function CollectedNote({
  collected: { files, hidden, unreadable },
}: {
  collected: Collected;
}) {
  const t = useTranslations('knowledge.uploads');

  function namesOf(paths: string[]): string {
    const names = paths.slice(0, mostNames).join(', ');
    const count = paths.length - mostNames;
    return count > 0 ? t('names', { names, count }) : names;
  }

  const isNothing = files.length + hidden.length + unreadable.length === 0;
  return (
    <Stack gap={2} ta="center" role="status">
      {files.length > 0 ? (
        <VisuallyHidden>{t('started', { count: files.length })}</VisuallyHidden>
      ) : null}
      {hidden.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('hidden', { count: hidden.length, names: namesOf(hidden) })}
        </Text>
      ) : null}
      {unreadable.length > 0 ? (
        <Text size="sm" c="red">
          {t('unreadable', { count: unreadable.length, names: namesOf(unreadable) })}
        </Text>
      ) : null}
      {isNothing ? <Text size="sm">{t('nothing')}</Text> : null}
    </Stack>
  );
}
