import { Container, Group, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { orNotFound } from '@/app/_auth/or-not-found';
import { PageHeading } from '@/app/_ui/page-heading';
import { StaffThread } from '@/app/_ui/staff-thread';
import { TextLink } from '@/app/_ui/text-link';
import { TimeAgo } from '@/app/_ui/time-ago';
import { KeptSummary } from '@/app/_ui/transcripts/kept-summary';
import { TurnTimeline } from '@/app/_ui/transcripts/turn-timeline';
import { countFromOne } from '@/lib/http/counts';
import { readTranscript } from '@/lib/operations/read-transcript';

const querySchema = z.object({
  before: countFromOne.optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.transcripts'))('title') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One conversation: every message, and what the desk did for each answer. */
export default async function TranscriptPage({ params, searchParams }: Props) {
  const { id } = await params;
  const path = `/admin/transcripts/${id}`;
  const reader = await requirePageAccess('transcript:read', path);
  const { before } = querySchema.parse(await searchParams);
  const t = await getTranslations('admin.transcripts');
  const { conversation, participantName, entries, summary, earlierBefore } = await orNotFound(
    readTranscript(reader, id, before),
  );
  return (
    <Container size="md" py="lg">
      <Stack gap="lg">
        <TextLink href="/admin/transcripts">{t('back')}</TextLink>
        <PageHeading title={conversation.title}>
          {participantName ?? t(`participant.${conversation.participantKind}`)} ·{' '}
          {t(`owner.${conversation.ownerKind}`)} ·{' '}
          <TimeAgo at={conversation.createdAt.toISOString()} />
        </PageHeading>
        {earlierBefore ? (
          <TextLink href={`${path}?before=${earlierBefore}`}>{t('earlier')}</TextLink>
        ) : null}
        {summary ? <KeptSummary summary={summary} /> : null}
        <StaffThread
          messages={entries.map(({ message }) => message)}
          below={Object.fromEntries(
            entries.flatMap(({ message, turn }) =>
              turn ? [[message.id, <TurnTimeline key={turn.id} turn={turn} />]] : [],
            ),
          )}
        />
        {before ? (
          <Group justify="end">
            <TextLink href={path}>{t('latest')}</TextLink>
          </Group>
        ) : null}
      </Stack>
    </Container>
  );
}
