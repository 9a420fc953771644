import {
  Alert,
  Stack,
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  Title,
} from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { LocalTime } from '@/app/_ui/local-time';
import { TextLink } from '@/app/_ui/text-link';
import type { DeletionView, DocumentTraces } from '@/lib/shared/deletions';
import { CountAgain } from './count-again';

const traces = [
  'files',
  'versions',
  'elements',
  'chunks',
  'vectors',
  'indexed',
  'quotes',
  'logEntries',
] as const satisfies (keyof DocumentTraces)[];

/** What there was of a deleted document in every place, and what there is now. */
export function DeletionProof({ deletion }: { deletion: DeletionView }) {
  const t = useTranslations('document');
  const format = useFormatter();
  const { before, after, by, at } = deletion;
  const isClean = after !== null && traces.every((trace) => after[trace] === 0);
  return (
    <Stack gap="md">
      <TextLink href="/knowledge">{t('back')}</TextLink>
      <Title order={1}>{t('deletion.title')}</Title>
      <Text size="sm" c="dimmed">
        {by ? t('deletion.by', { name: by }) : t('deletion.byNobody')} · <LocalTime at={at} />
      </Text>
      {after === null ? <CountAgain /> : null}
      <Alert color={isClean ? 'green' : 'yellow'} variant="light" role="status">
        {after === null ? t('deletion.clearing') : t(isClean ? 'deletion.clean' : 'deletion.left')}
      </Alert>
      <Table withTableBorder verticalSpacing="xs">
        <TableThead>
          <TableTr>
            <TableTh>{t('deletion.what')}</TableTh>
            <TableTh ta="right">{t('deletion.before')}</TableTh>
            <TableTh ta="right">{t('deletion.after')}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {traces.map((trace) => (
            <TableTr key={trace}>
              <TableTh scope="row" fw={400}>
                {t(`deletion.traces.${trace}`)}
              </TableTh>
              <TableTd ta="right">{format.number(before[trace])}</TableTd>
              <TableTd ta="right" fw={600} c={after?.[trace] ? 'red' : undefined}>
                {after ? format.number(after[trace]) : '…'}
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </Stack>
  );
}
