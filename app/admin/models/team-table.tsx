import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  Title,
} from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ModelsView } from '@/lib/shared/models';
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
      <TableScrollContainer minWidth={320}>
        <Table verticalSpacing="xs">
          <TableThead>
            <TableTr>
              <TableTh>{t('teams.specialist')}</TableTh>
              {[t('figures.calls'), t('figures.tokens'), t('figures.cost')].map((name) => (
                <TableTh key={name} ta="right">
                  {name}
                </TableTh>
              ))}
            </TableTr>
          </TableThead>
          <TableTbody>
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
          </TableTbody>
        </Table>
      </TableScrollContainer>
    </div>
  );
}
