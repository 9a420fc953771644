import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './message.module.css';

/** What an answer quoted when it was written, where the document no longer shows it. */
export function KeptQuote({ quote }: { quote: string }) {
  const t = useTranslations('chat.citations');
  if (quote === '') return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {t('quoted')}
      </Text>
      <blockquote className={classes.quote}>{quote}</blockquote>
    </div>
  );
}
