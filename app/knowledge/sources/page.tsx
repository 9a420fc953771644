import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { PageHeading } from '@/app/_ui/page-heading';
import { Sources } from '@/app/_ui/sources/sources';
import { TextLink } from '@/app/_ui/text-link';
import { listSourceKinds } from '@/knowledge/sources/source-kinds';
import { toSourceView } from '@/knowledge/sources/source-view';
import { listSources } from '@/lib/db/knowledge/sources';
import { env } from '@/lib/env';
import { listOwnTeams } from '../list-own-teams';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sources'))('title') };
}

/** The places that documents are taken from again and again. */
export default async function SourcesPage() {
  const principal = await requirePageAccess('source:manage', '/knowledge/sources');
  const t = await getTranslations('sources');
  const [rows, teams] = await Promise.all([listSources(principal), listOwnTeams(principal)]);
  return (
    <Container size="xl" py="lg">
      <Stack gap="lg">
        <TextLink href="/knowledge">{t('back')}</TextLink>
        <PageHeading title={t('title')}>{t('intro')}</PageHeading>
        <Sources
          initial={rows.map((row) => toSourceView(row, principal.locale))}
          kinds={listSourceKinds(principal.locale)}
          teams={teams}
          folders={env().SOURCE_FOLDERS ?? []}
        />
      </Stack>
    </Container>
  );
}
