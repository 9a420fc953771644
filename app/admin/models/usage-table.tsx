import { TableTd, TableTh, TableTr, Text, Title } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ModelUsageView, Percentiles } from '@/lib/shared/models';
import { FigureTable } from './figure-table';
import { formatCount, formatShort, formatSpent, formatTime } from './format-figures';
import { ModelName } from './model-name';
import { usePurposeName } from './use-purpose-name';

/** How fast each model was for each purpose, how often it was asked and what it cost. */
export function UsageTable({ usage }: { usage: ModelUsageView[] }) {
  const t = useTranslations('models');
  const calls = [t('figures.calls'), t('figures.errors')];
  const times = [t('usage.firstToken'), t('usage.whole')];
  const amounts = [t('usage.input'), t('usage.output'), t('figures.cost')];
  return (
    <div>
      <Title order={3}>{t('usage.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('usage.intro')}
      </Text>
      <FigureTable
        names={[t('usage.purpose'), t('usage.model')]}
        figures={[...calls, ...times, ...amounts]}
        minWidth={780}
      >
        {usage.map((row) => (
          <UsageRow key={`${row.purpose} ${row.provider}:${row.model}`} {...row} />
        ))}
      </FigureTable>
    </div>
  );
}

function UsageRow({ purpose, provider, model, sums, firstToken, whole }: ModelUsageView) {
  const locale = useLocale();
  const nameOf = usePurposeName();
  return (
    <TableTr>
      <TableTh scope="row" fw={400}>
        {nameOf(purpose)}
      </TableTh>
      <TableTd>
        <ModelName provider={provider} model={model} />
      </TableTd>
      <TableTd ta="right">{formatCount(sums.calls, locale)}</TableTd>
      <TableTd ta="right">{formatCount(sums.errors, locale)}</TableTd>
      <TableTd ta="right">
        <Times of={firstToken} />
      </TableTd>
      <TableTd ta="right">
        <Times of={whole} />
      </TableTd>
      <TableTd ta="right">{formatShort(sums.inputTokens, locale)}</TableTd>
      <TableTd ta="right">{formatShort(sums.outputTokens, locale)}</TableTd>
      <TableTd ta="right">{formatSpent(sums, locale)}</TableTd>
    </TableTr>
  );
}

function Times({ of }: { of: Percentiles | null }) {
  const t = useTranslations('models.usage');
  const locale = useLocale();
  if (!of) return '–';
  return (
    <>
      <div>
        {formatTime(of.p50, locale)}{' '}
        <Text span size="xs" c="dimmed">
          {t('p50')}
        </Text>
      </div>
      <div>
        {formatTime(of.p95, locale)}{' '}
        <Text span size="xs" c="dimmed">
          {t('p95')}
        </Text>
      </div>
    </>
  );
}
