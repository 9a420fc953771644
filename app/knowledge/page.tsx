import { Container, Flex, Group, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import {
  documentsPerPage,
  filterQuery,
  readDocumentFilter,
} from '@/app/_ui/knowledge/document-filter';
import { Knowledge } from '@/app/_ui/knowledge/knowledge';
import { PageHeading } from '@/app/_ui/page-heading';
import { TextLink } from '@/app/_ui/text-link';
import { toDocumentView } from '@/knowledge/documents/document-view';
import { can } from '@/lib/auth/permissions';
import { countDocuments, listDocuments } from '@/lib/db/knowledge/list-documents';
import { env } from '@/lib/env';
import { listOwnTeams } from './list-own-teams';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('knowledge'))('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The documents that answers are taken from. */
export default async function KnowledgePage({ searchParams }: Props) {
  const principal = await requirePageAccess('document:list', '/knowledge');
  const t = await getTranslations('knowledge');
  const filter = readDocumentFilter(await searchParams);
  const [{ rows, next }, counts, teams] = await Promise.all([
    listDocuments(principal, { filter, limit: documentsPerPage }),
    countDocuments(principal),
    listOwnTeams(principal),
  ]);
  const documents = rows.map((row) => toDocumentView(row, principal.locale));
  return (
    <Container size="xl" py="lg">
      <Stack gap="lg">
        <Flex direction={{ base: 'column', sm: 'row' }} justify="space-between" gap="xs">
          <PageHeading title={t('title')}>{t('intro')}</PageHeading>
          <Group gap="md">
            {can(principal, 'retrieval:tune') ? (
              <TextLink href="/knowledge/search">{t('playground')}</TextLink>
            ) : null}
            {can(principal, 'source:manage') ? (
              <TextLink href="/knowledge/sources">{t('sources')}</TextLink>
            ) : null}
          </Group>
        </Flex>
        <Knowledge
          readerId={principal.id}
          initial={{ documents, next, query: filterQuery(filter) }}
          initialCounts={counts}
          teams={teams}
          limitMb={env().MAX_UPLOAD_MB}
          mayManage={can(principal, 'document:manage')}
        />
      </Stack>
    </Container>
  );
}
