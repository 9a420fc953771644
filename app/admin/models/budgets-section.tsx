'use client';
import { Badge, Button, Group, NumberInput, Progress, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { LocalTime } from '@/app/_ui/local-time';
import { type BudgetsView, type BudgetView, maxBudget } from '@/lib/shared/models';
import { formatCost, formatCount } from './format-figures';
import { limitOf } from './limit-of';
import classes from './models.module.css';
import { Section } from './section';
import { useBudgets } from './use-budgets';
import { useTeamName } from './use-team-name';

interface Props {
  initial: BudgetsView;
  mayChange: boolean;
}

/** What models may cost in a day, and have cost today. */
export function BudgetsSection({ initial, mayChange }: Props) {
  const t = useTranslations('models.budgets');
  const locale = useLocale();
  const { view, typed, type, save, isBusy, problem, isSaved } = useBudgets(initial);
  const fixed = view.environmentMicros;

  function submit(event: FormEvent) {
    event.preventDefault();
    void save();
  }

  return (
    <Section title={t('title')} intro={t('intro', { zone: view.zone })}>
      {fixed === null ? null : (
        <Text size="sm" mt="xs">
          {t('environment', { limit: formatCost(fixed, locale) })}
        </Text>
      )}
      <form onSubmit={submit}>
        <ul className={classes.rows}>
          {view.budgets.map((budget) => (
            <BudgetRow
              key={budget.team}
              budget={budget}
              limit={limitOf(budget, view)}
              value={typed[budget.team] ?? ''}
              onType={mayChange ? (value) => type(budget.team, value) : undefined}
            />
          ))}
        </ul>
        <Group gap="md" mt="md">
          {mayChange ? (
            <Button type="submit" loading={isBusy}>
              {t('save')}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              {t('readOnly')}
            </Text>
          )}
          <Text role="status" size="sm" c={problem ? 'red' : undefined} maw="50ch">
            {problem ?? (isSaved ? t('saved') : null)}
          </Text>
        </Group>
      </form>
    </Section>
  );
}

interface RowProps {
  budget: BudgetView;
  limit: number | null;
  value: number | string;
  /** Absent for those who may not change it. */
  onType: ((value: number | string) => void) | undefined;
}

function BudgetRow({ budget, limit, value, onType }: RowProps) {
  const t = useTranslations('models.budgets');
  const locale = useLocale();
  const nameOf = useTeamName();
  const name = budget.team ? nameOf(budget.team) : t('desk');
  return (
    <li className={classes.budget}>
      <div>
        <Text fw={500}>{name}</Text>
        <LastChange changed={budget.changed} />
      </div>
      {onType ? (
        <NumberInput
          aria-label={t('limitOf', { team: name })}
          placeholder={t('noLimit')}
          value={value}
          onChange={onType}
          min={0}
          max={maxBudget}
          decimalScale={2}
          allowNegative={false}
          thousandSeparator={formatCount(1_000, locale).slice(1, 2)}
          prefix="$"
          hideControls
        />
      ) : (
        <Text size="sm">
          {budget.dailyMicros === null ? t('noLimit') : formatCost(budget.dailyMicros, locale)}
        </Text>
      )}
      <Spent micros={budget.spentMicros} limit={limit} />
    </li>
  );
}

function LastChange({ changed }: Pick<BudgetView, 'changed'>) {
  const t = useTranslations('models.budgets');
  if (!changed) return null;
  return (
    <Text size="xs" c="dimmed">
      {t.rich('changed', {
        by: changed.by ?? t('somebody'),
        time: () => <LocalTime at={changed.at} />,
      })}
    </Text>
  );
}

function Spent({ micros, limit }: { micros: number; limit: number | null }) {
  const t = useTranslations('models.budgets');
  const locale = useLocale();
  const spent = formatCost(micros, locale);
  if (limit === null) return <Text size="sm">{t('spent', { spent })}</Text>;
  const isSpent = micros >= limit;
  return (
    <div>
      <Group gap="xs">
        <Text size="sm">{t('spentOf', { spent, limit: formatCost(limit, locale) })}</Text>
        {isSpent ? (
          <Badge color="red" variant="light">
            {t('isSpent')}
          </Badge>
        ) : null}
      </Group>
      <Progress
        mt={4}
        aria-hidden
        value={isSpent ? 100 : (micros / limit) * 100}
        color={isSpent ? 'red' : undefined}
      />
    </div>
  );
}
