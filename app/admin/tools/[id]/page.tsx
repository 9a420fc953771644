import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { TextLink } from '@/app/_ui/text-link';
import { ConnectionPanel } from '@/app/_ui/tools/connection/connection-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tools'))('title') };
}

interface Props {
  params: Promise<{ id: string }>;
}

/** One outside system: what it offers, and what of it is given to specialists. */
export default async function ConnectionPage({ params }: Props) {
  const { id } = await params;
  await requirePageAccess('tool:manage', `/admin/tools/${id}`);
  const t = await getTranslations('tools');
  return (
    <Container size="xl" py="lg">
      <Stack gap="lg">
        <TextLink href="/admin/tools">{t('back')}</TextLink>
        <ConnectionPanel id={decodeURIComponent(id)} />
      </Stack>
    </Container>
  );
}
