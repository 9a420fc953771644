import { Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type ModelsView, modelRanges } from '@/lib/shared/models';
import { formatCount, formatShort, formatSpent } from './format-figures';
import classes from './models.module.css';
import { RangeSwitch } from './range-switch';
import { Section } from './section';
import { SpendCharts } from './spend-charts';
import { TeamTable } from './team-table';
import { UsageTable } from './usage-table';

/** How much models were asked, how fast they were and what it cost. */
export function FiguresSection({ view }: { view: ModelsView }) {
  const t = useTranslations('models.figures');
  const ranges = modelRanges.map((range) => ({ range, label: t(range) }));
  return (
    <Section title={t('title')}>
      <Stack gap="lg" mt="sm">
        <RangeSwitch label={t('range')} ranges={ranges} current={view.range} />
        {view.totals.calls === 0 ? (
          <Text c="dimmed">{t('none')}</Text>
        ) : (
          <>
            <Totals {...view} />
            <SpendCharts {...view} zone={view.budgets.zone} />
            <UsageTable usage={view.usage} />
            <TeamTable teams={view.teams} />
          </>
        )}
        <PriceNotes {...view} />
      </Stack>
    </Section>
  );
}

function Totals({ totals }: ModelsView) {
  const t = useTranslations('models.figures');
  const locale = useLocale();
  const tiles = [
    { name: t('calls'), value: formatCount(totals.calls, locale) },
    { name: t('errors'), value: formatCount(totals.errors, locale) },
    { name: t('tokens'), value: formatShort(totals.inputTokens + totals.outputTokens, locale) },
    { name: t('cost'), value: formatSpent(totals, locale) },
  ];
  const share = totals.inputTokens > 0 ? totals.cachedTokens / totals.inputTokens : 0;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  return (
    <div>
      <dl className={classes.tiles}>
        {tiles.map(({ name, value }) => (
          <div key={name} className={classes.tile}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" fz="xl" fw={600}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
      {share > 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('cached', { share: percent })}
        </Text>
      ) : null}
    </div>
  );
}

function PriceNotes({ totals, prices, budgets }: ModelsView) {
  const t = useTranslations('models.figures');
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${prices.asOf}-01T00:00:00Z`));
  return (
    <Text size="sm" c="dimmed" component="div" maw="90ch">
      {totals.unpriced > 0 ? <p>{t('unpriced', { count: totals.unpriced })}</p> : null}
      {prices.unknown.length > 0 ? (
        <p>
          {t('unknownPrices', { models: prices.unknown.join(', '), count: prices.unknown.length })}
        </p>
      ) : null}
      <p>
        {t('prices', { month })} {t('zone', { zone: budgets.zone })}
      </p>
    </Text>
  );
}
