'use client';
import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ProblemPage } from '@/app/_ui/problem-page';

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page failed: the sentence, a number that finds the log line, and the way on. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations('common.error');
  const text = error.digest ? t('textWithId', { id: error.digest }) : t('text');
  return (
    <ProblemPage title={t('title')} text={text}>
      <Button onClick={reset}>{t('retry')}</Button>
      <Anchor href="/">{t('home')}</Anchor>
    </ProblemPage>
  );
}
