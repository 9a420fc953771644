import { Code, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Section } from './section';

/** What to set where no language model is. */
export function NoModel() {
  const t = useTranslations('models.noModel');
  return (
    <Section title={t('title')} intro={t('text')}>
      <Code block mt="sm">
        {'MODEL=openai:gpt-4.1-mini\nOPENAI_API_KEY=…'}
      </Code>
      <Text size="sm" c="dimmed" mt="sm">
        {t('providers')}
      </Text>
    </Section>
  );
}
