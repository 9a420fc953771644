import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { PageHeading } from '@/app/_ui/page-heading';
import { Connections } from '@/app/_ui/tools/list/connections';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tools'))('title') };
}

/** The outside systems that specialists may use. */
export default async function ToolsPage() {
  await requirePageAccess('tool:manage', '/admin/tools');
  const t = await getTranslations('tools');
  return (
    <Container size="lg" py="lg">
      <Stack gap="lg">
        <PageHeading title={t('title')}>{t('intro')}</PageHeading>
        <Connections />
      </Stack>
    </Container>
  );
}
