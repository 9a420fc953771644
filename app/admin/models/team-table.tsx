import { TableTd, TableTh, TableTr, Text, Title } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ModelsView } from '@/lib/shared/models';
import { FigureTable } from './figure-table';
import { formatCount, formatShort, formatSpent } from './format-figures';
import { useTeamName } from './use-team-name';

/** What was spent for which specialist. */
export function TeamTable({ teams }: Pick<ModelsView, 'teams'>) {
  const t = useTranslations('models');
  const locale = useLocale();
  const nameOf = useTeamName();
  return (
    <div>
      <Title order={3}>{t('teams.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('teams.intro')}
      </Text>
      <FigureTable
        names={[t('teams.specialist')]}
        figures={[t('figures.calls'), t('figures.tokens'), t('figures.cost')]}
        minWidth={320}
      >
        {teams.map(({ team, sums }) => (
          <TableTr key={team}>
            <TableTh scope="row" fw={400}>
              {nameOf(team)}
              {team === '' ? (
                <Text size="xs" c="dimmed">
                  {t('teams.noneHint')}
                </Text>
              ) : null}
            </TableTh>
            <TableTd ta="right">{formatCount(sums.calls, locale)}</TableTd>
            <TableTd ta="right">
              {formatShort(sums.inputTokens + sums.outputTokens, locale)}
            </TableTd>
            <TableTd ta="right">{formatSpent(sums, locale)}</TableTd>
          </TableTr>
        ))}
      </FigureTable>
    </div>
  );
}
