'use client';
import { Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** What stands in the place of the questions for those who may not read transcripts. */
export function QuestionsClosed() {
  const t = useTranslations('playground.questions');
  return (
    <>
      <Title order={2} id="playground-questions" mb="xs">
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('closed')}
      </Text>
    </>
  );
}
