import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';
import { TextLink } from '@/app/_ui/text-link';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { TranscriptRow } from '@/lib/db/conversations/transcripts';
import { TurnStateBadge } from './turn-state-badge';

/** Conversations, one to a row; narrow screens show what tells them apart. */
export function TranscriptTable({ rows }: { rows: TranscriptRow[] }) {
  const t = useTranslations('admin.transcripts.columns');
  return (
    <TableScrollContainer minWidth={300}>
      <Table verticalSpacing="xs" highlightOnHover>
        <TableThead>
          <TableTr>
            <TableTh>{t('title')}</TableTh>
            <TableTh visibleFrom="sm">{t('person')}</TableTh>
            <TableTh visibleFrom="md">{t('specialist')}</TableTh>
            <TableTh visibleFrom="md">{t('owner')}</TableTh>
            <TableTh visibleFrom="sm" ta="right">
              {t('turns')}
            </TableTh>
            <TableTh>{t('state')}</TableTh>
            <TableTh visibleFrom="sm" ta="right">
              {t('activity')}
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map((row) => (
            <Row key={row.conversation.id} row={row} />
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

function Row({ row }: { row: TranscriptRow }) {
  const t = useTranslations('admin.transcripts');
  const specialistTitle = useSpecialistTitle();
  const { conversation, participantName, lastState, turnCount } = row;
  return (
    <TableTr>
      <TableTd maw={360}>
        <TextLink href={`/admin/transcripts/${conversation.id}`} lineClamp={1}>
          {conversation.title}
        </TextLink>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          <TimeAgo at={row.updatedAt} />
        </Text>
      </TableTd>
      <TableTd visibleFrom="sm">
        <Text size="sm" truncate maw={180}>
          {participantName ?? t(`participant.${conversation.participantKind}`)}
        </Text>
      </TableTd>
      <TableTd visibleFrom="md">
        {conversation.activeSpecialist ? specialistTitle(conversation.activeSpecialist) : '–'}
      </TableTd>
      <TableTd visibleFrom="md">{t(`owner.${conversation.ownerKind}`)}</TableTd>
      <TableTd visibleFrom="sm" ta="right">
        {turnCount}
      </TableTd>
      <TableTd>{lastState ? <TurnStateBadge state={lastState} /> : '–'}</TableTd>
      <TableTd visibleFrom="sm" ta="right">
        <Text size="sm" c="dimmed" component="span">
          <TimeAgo at={row.updatedAt} />
        </Text>
      </TableTd>
    </TableTr>
  );
}
