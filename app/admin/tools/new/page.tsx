import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { PageHeading } from '@/app/_ui/page-heading';
import { TextLink } from '@/app/_ui/text-link';
import { NewConnectionForm } from '@/app/_ui/tools/add/new-connection-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tools'))('add.title') };
}

/** The way to connect another system. */
export default async function NewConnectionPage() {
  await requirePageAccess('tool:manage', '/admin/tools/new');
  const t = await getTranslations('tools');
  return (
    <Container size="md" py="lg">
      <Stack gap="lg">
        <TextLink href="/admin/tools">{t('back')}</TextLink>
        <PageHeading title={t('add.title')}>{t('add.intro')}</PageHeading>
        <NewConnectionForm />
      </Stack>
    </Container>
  );
}
