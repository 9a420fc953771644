import { Container, Group, Stack, Text } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { orNotFound } from '@/app/_auth/or-not-found';
import { DocumentStatus } from '@/app/_ui/knowledge/document-status';
import { DocumentText } from '@/app/_ui/knowledge/document-text';
import { PageHeading } from '@/app/_ui/page-heading';
import { TextLink } from '@/app/_ui/text-link';
import { toDocumentView } from '@/knowledge/document-view';
import { requireDocument } from '@/lib/db/documents';
import { findPageStart, listElements } from '@/lib/db/elements';

/** Elements shown at once. */
const sliceSize = 300;

// What does not fit is as if it were not there.
const querySchema = z.object({
  page: z.coerce.number().int().positive().optional().catch(undefined),
  from: z.coerce.number().int().nonnegative().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('knowledge'))('title') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One document: how it stands, and the text that was read from it. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const path = `/knowledge/${id}`;
  const principal = await requirePageAccess('document:list', path);
  const { page, from } = querySchema.parse(await searchParams);
  const row = await orNotFound(requireDocument(principal, id));
  const document = toDocumentView(row, principal.locale);
  const t = await getTranslations('knowledge.document');
  const start = from ?? (page && (await findPageStart(id, page))) ?? 0;
  const elements = await listElements(id, { from: start, limit: sliceSize });
  const facts = [
    document.filename,
    document.pages ? t('pages', { count: document.pages }) : null,
    document.chunks ? t('chunks', { count: document.chunks }) : null,
  ];
  return (
    <Container size="md" py="lg">
      <Stack gap="lg">
        <TextLink href="/knowledge">{t('back')}</TextLink>
        <PageHeading title={document.title}>{facts.filter(Boolean).join(' · ')}</PageHeading>
        {document.status === 'ready' ? null : <DocumentStatus document={document} />}
        {elements.length === 0 ? <Text c="dimmed">{t('noText')}</Text> : null}
        <DocumentText elements={elements} />
        <Group justify="space-between">
          {start > 0 ? <TextLink href={path}>{t('start')}</TextLink> : <span />}
          {elements.length === sliceSize ? (
            <TextLink href={`${path}?from=${start + sliceSize}`}>{t('next')}</TextLink>
          ) : null}
        </Group>
      </Stack>
    </Container>
  );
}
