import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { PageHeading } from '@/app/_ui/page-heading';
import { NoDocuments } from '@/app/_ui/playground/no-documents';
import { Playground } from '@/app/_ui/playground/playground';
import { readAddress } from '@/app/_ui/playground/playground-address';
import { TextLink } from '@/app/_ui/text-link';
import { viewRetrieval } from '@/knowledge/playground/view-retrieval';
import { can } from '@/lib/auth/permissions';
import { countDocuments } from '@/lib/db/knowledge/list-documents';
import { listOwnTeams } from '../list-own-teams';
import { findEyes } from './find-eyes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('playground'))('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where questions are tried, and where it is decided how passages are looked for. */
export default async function SearchPage({ searchParams }: Props) {
  const principal = await requirePageAccess('retrieval:tune', '/knowledge/search');
  const { query, viewAs, changes } = readAddress(await searchParams);
  const [t, view, eyes, teams, counts] = await Promise.all([
    getTranslations('playground'),
    viewRetrieval(),
    findEyes(viewAs),
    listOwnTeams(principal),
    countDocuments(principal),
  ]);
  return (
    <Container size="xl" py="lg">
      <Stack gap="lg">
        <TextLink href="/knowledge">{t('back')}</TextLink>
        <PageHeading title={t('title')}>{t('intro')}</PageHeading>
        {counts.ready > 0 ? (
          <Playground
            initial={{ query, eyes, settings: { ...view.settings, ...changes } }}
            initialView={view}
            teams={teams}
            mayReadQuestions={can(principal, 'transcript:read')}
          />
        ) : (
          <NoDocuments />
        )}
      </Stack>
    </Container>
  );
}
