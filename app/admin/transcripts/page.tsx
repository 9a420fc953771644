import { Container, Group, Stack } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { team } from '@/agents/team';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeading } from '@/app/_ui/page-heading';
import { TextLink } from '@/app/_ui/text-link';
import { TranscriptFilters } from '@/app/_ui/transcripts/transcript-filters';
import { TranscriptTable } from '@/app/_ui/transcripts/transcript-table';
import { listTranscripts } from '@/lib/db/conversations/transcripts';
import { turnStates } from '@/lib/db/conversations/turns';
import { pageCursorSchema } from '@/lib/db/page-cursor';

const pageSize = 30;
const path = '/admin/transcripts';

// What does not fit, an empty choice included, is as if it were not there.
const querySchema = z.object({
  state: z.enum(turnStates).optional().catch(undefined),
  specialist: z
    .string()
    .refine((name) => team().find(name))
    .optional()
    .catch(undefined),
  text: z.string().trim().min(1).max(200).optional().catch(undefined),
  before: pageCursorSchema.optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.transcripts'))('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every conversation, latest first. */
export default async function TranscriptsPage({ searchParams }: Props) {
  await requirePageAccess('transcript:read', path);
  const t = await getTranslations('admin.transcripts');
  const { before: cursor, ...filter } = querySchema.parse(await searchParams);
  const { rows, next } = await listTranscripts(filter, pageSize, cursor);
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Container size="lg" py="lg">
      <Stack gap="lg">
        <PageHeading title={t('title')}>{t('intro')}</PageHeading>
        {rows.length > 0 || isFiltered || cursor ? (
          <TranscriptFilters specialists={team().names} filter={filter} isFiltered={isFiltered} />
        ) : null}
        {rows.length > 0 ? (
          <TranscriptTable rows={rows} />
        ) : (
          <EmptyState
            icon={<IconMessages size={32} stroke={1.4} />}
            title={t(isFiltered ? 'noMatch.title' : 'empty.title')}
            text={t(isFiltered ? 'noMatch.text' : 'empty.text')}
          />
        )}
        <Group justify="space-between">
          {cursor ? (
            <TextLink href={{ pathname: path, query: filter }}>{t('first')}</TextLink>
          ) : (
            <span />
          )}
          {next ? (
            <TextLink href={{ pathname: path, query: { ...filter, before: next } }}>
              {t('next')}
            </TextLink>
          ) : null}
        </Group>
      </Stack>
    </Container>
  );
}
