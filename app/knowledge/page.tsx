import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { Knowledge } from '@/app/_ui/knowledge/knowledge';
import { PageHeading } from '@/app/_ui/page-heading';
import { toDocumentView } from '@/knowledge/document-view';
import { can } from '@/lib/auth/permissions';
import { listDocuments } from '@/lib/db/documents';
import { listTeams } from '@/lib/db/teams';
import { env } from '@/lib/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('knowledge'))('title') };
}

/** The documents that answers are taken from. */
export default async function KnowledgePage() {
  const principal = await requirePageAccess('document:list', '/knowledge');
  const t = await getTranslations('knowledge');
  const [documents, teams] = await Promise.all([listDocuments(principal), listTeams()]);
  // Kept to a team that one is not in, a document would be gone from one's own list.
  const isAdmin = principal.roles.includes('admin');
  const ownTeams = teams.filter(({ id }) => isAdmin || principal.teamIds.includes(id));
  return (
    <Container size="lg" py="lg">
      <Stack gap="lg">
        <PageHeading title={t('title')}>{t('intro')}</PageHeading>
        <Knowledge
          initial={documents.rows.map((row) => toDocumentView(row, principal.locale))}
          teams={ownTeams}
          limitMb={env().MAX_UPLOAD_MB}
          mayManage={can(principal, 'document:manage')}
        />
      </Stack>
    </Container>
  );
}
