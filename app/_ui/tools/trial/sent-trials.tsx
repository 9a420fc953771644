import { List, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { SentTrial } from '@/lib/shared/operation-trials';

/** Who called an operation from here, in whose name, and when: what people look at is not theirs. */
export function SentTrials({ trials }: { trials: SentTrial[] }) {
  const t = useTranslations('tools.trial');
  if (trials.length === 0) return null;

  function nameOf(by: string | null, whom: string | null): string {
    const name = by ?? t('somebodyGone');
    return whom === null ? name : t('sentAs', { by: name, whom });
  }

  return (
    <section aria-label={t('sent')}>
      <Title order={3}>{t('sent')}</Title>
      <List size="sm" mt={4}>
        {trials.map(({ by, calledAs, at }) => (
          <List.Item key={`${at} ${by}`}>
            {nameOf(by, calledAs)}{' '}
            <Text span size="xs" c="dimmed">
              <TimeAgo at={at} />
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
