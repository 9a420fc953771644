import { VisuallyHidden } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import { LoadProblem } from '@/app/_ui/load-problem';
import { toViewAs, useViewedName } from './eyes';
import classes from './playground.module.css';
import { TrialResult } from './trial-result';
import type { TrialInput, useTrial } from './use-trial';

interface Props {
  outcome: ReturnType<typeof useTrial>['outcome'];
  input: TrialInput;
  onRetry: () => void;
}

/** What came of the trial, told also to those who do not see it. */
export function TrialOutcome({ outcome, input, onRetry }: Props) {
  const t = useTranslations('playground');
  const { trial, eyes = input.eyes, fault, isBusy } = outcome;
  const { answeredFrom } = input.settings;
  const person = useViewedName(eyes);
  const summary = trial ? t('result.count', { count: trial.hits.length, person }) : '';
  const missing = input.query.trim() !== '' && !toViewAs(input.eyes) ? 'nobody' : 'start';
  return (
    <>
      <VisuallyHidden component="h2" id="playground-result">
        {t('result.label')}
      </VisuallyHidden>
      <p role="status" className={classes.summary}>
        {isBusy ? t('result.busy') : summary}
      </p>
      {fault ? <LoadProblem fault={fault} onRetry={onRetry} /> : null}
      {trial ? (
        <div className={classes.shown} data-busy={isBusy}>
          <TrialResult trial={trial} eyes={eyes} answeredFrom={answeredFrom} />
        </div>
      ) : null}
      {trial || fault || isBusy ? null : (
        <EmptyState
          icon={<IconListSearch size={32} stroke={1.4} />}
          title={t(`empty.${missing}.title`)}
          text={t(`empty.${missing}.text`)}
        />
      )}
    </>
  );
}
