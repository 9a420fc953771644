import { Container } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { orNotFound } from '@/app/_auth/or-not-found';
import { citedQuerySchema } from '@/app/_ui/document/cited-address';
import { DocumentScreen } from '@/app/_ui/document/document-screen';
import { DeletionProof } from '@/app/_ui/document/history/deletion-proof';
import { listOwnTeams } from '@/app/knowledge/list-own-teams';
import { requireDeletion } from '@/knowledge/documents/delete-document';
import { toDocumentView } from '@/knowledge/documents/document-view';
import { can } from '@/lib/auth/permissions';
import { findTarget, readDocument } from './read-document';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('knowledge'))('title') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One document: the original beside what was read from it. Of a deleted one, what is left. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const principal = await requirePageAccess('document:list', `/knowledge/${id}`);
  const row = await readDocument(principal, id);
  if (!row) {
    return (
      <Container size="sm" py="lg">
        <DeletionProof deletion={await orNotFound(requireDeletion(principal, id))} />
      </Container>
    );
  }
  const { chunk, quote } = citedQuerySchema.parse(await searchParams);
  const [teams, target] = await Promise.all([
    listOwnTeams(principal),
    findTarget(row, chunk, quote),
  ]);
  return (
    <Container size="xl" py="lg">
      <DocumentScreen
        initial={toDocumentView(row, principal.locale)}
        teams={teams}
        mayManage={can(principal, 'document:manage')}
        target={target}
      />
    </Container>
  );
}
