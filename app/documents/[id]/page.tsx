import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { citedQuerySchema, staffAddress } from '@/app/_ui/document/cited-address';
import { OpenDocument } from '@/app/_ui/document/open/open-document';
import { PageHeading } from '@/app/_ui/page-heading';
import { TextLink } from '@/app/_ui/text-link';
import { can } from '@/lib/auth/permissions';
import { findOpenTarget, requireOpenDocument } from './read-open-document';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const access = (id: string) => requirePageAccess('knowledge:search', `/documents/${id}`);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const principal = await access(id);
  // Staff are led on.
  if (can(principal, 'document:list')) return {};
  return { title: (await requireOpenDocument(principal, id)).title };
}

/** A document for those who may read it, at the words that an answer quotes. Staff have a page that shows more. */
export default async function OpenDocumentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const principal = await access(id);
  const { chunk: chunkId, quote } = citedQuerySchema.parse(await searchParams);
  if (can(principal, 'document:list')) redirect(staffAddress({ documentId: id, chunkId, quote }));
  const { title, live } = await requireOpenDocument(principal, id);
  const target = await findOpenTarget(principal, { documentId: id, chunkId, quote });
  const t = await getTranslations('document.open');
  return (
    <Container size="xl" py="lg">
      <Stack>
        <TextLink href="/">{t('back')}</TextLink>
        <PageHeading title={title}>{t('about')}</PageHeading>
        <OpenDocument documentId={id} pages={live.pages} format={live.format} target={target} />
      </Stack>
    </Container>
  );
}
