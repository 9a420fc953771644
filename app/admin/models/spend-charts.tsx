'use client';
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ModelsView } from '@/lib/shared/models';
import { formatCost, formatMoment, formatShort } from './format-figures';
import classes from './models.module.css';
import { SeriesTable } from './series-table';

// They are hidden from screen readers, which have the table: nothing in them may take the focus.
const barChartProps = { accessibilityLayer: false };

interface Props extends Pick<ModelsView, 'series' | 'range' | 'totals'> {
  /** The zone on whose clocks hours and days begin. */
  zone: string;
}

/** Calls and cost over time as bars, with the same figures as a table behind them. */
export function SpendCharts({ series, range, totals, zone }: Props) {
  const t = useTranslations('models.figures');
  const locale = useLocale();
  const data = series.map(({ at, calls, errors, costMicros, ...rest }) => ({
    ...rest,
    time: formatMoment(at, { isHour: range === '24h', zone, locale }),
    at,
    calls,
    errors,
    answered: calls - errors,
    costMicros,
  }));
  const common = {
    h: 220,
    data,
    dataKey: 'time',
    tickLine: 'none',
    maxBarWidth: 28,
    barChartProps,
  } as const;
  return (
    <div>
      <div className={classes.charts} aria-hidden>
        {totals.costMicros > 0 ? (
          <figure className={classes.chart}>
            <Text component="figcaption" size="sm" fw={500} mb="xs">
              {t('costOverTime')}
            </Text>
            <BarChart
              {...common}
              series={[{ name: 'costMicros', color: 'harbor.6', label: t('cost') }]}
              valueFormatter={(micros) => formatCost(micros, locale)}
              yAxisProps={{ width: 64 }}
            />
          </figure>
        ) : null}
        <figure className={classes.chart}>
          <Text component="figcaption" size="sm" fw={500} mb="xs">
            {t('callsOverTime')}
          </Text>
          <BarChart
            {...common}
            type="stacked"
            series={[
              { name: 'answered', color: 'harbor.6', label: t('answered') },
              { name: 'errors', color: 'red.6', label: t('failed') },
            ]}
            valueFormatter={(count) => formatShort(count, locale)}
            yAxisProps={{ width: 40, allowDecimals: false }}
            withLegend
          />
        </figure>
      </div>
      <SeriesTable rows={data} />
    </div>
  );
}
