import { Anchor } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/app/_ui/problem-page';

/** No such page, or not yours: both look the same. */
export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <ProblemPage title={t('title')} text={t('text')}>
      <Anchor href="/">{t('home')}</Anchor>
    </ProblemPage>
  );
}
