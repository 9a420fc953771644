'use client';
import { Paper } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/app/_ui/empty-state';
import { type Team, useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { LoadProblem } from '@/app/_ui/load-problem';
import type { AskedQuestion, RetrievalView } from '@/lib/shared/trials';
import { AskedQuestions } from './asked-questions';
import { type Eyes, useViewedName } from './eyes';
import classes from './playground.module.css';
import { PlaygroundProvider } from './playground-context';
import { QuestionForm } from './question-form';
import { QuestionsClosed } from './questions-closed';
import { SettingsPanel } from './settings-panel';
import { TrialResult } from './trial-result';
import { useAskedQuestions } from './use-asked-questions';
import { type TrialInput, useTrial } from './use-trial';

interface Props {
  initial: TrialInput;
  initialView: RetrievalView;
  teams: Team[];
  mayReadQuestions: boolean;
}

/** A question, how it is looked for, and what comes of it; beside it what people really asked. */
export function Playground({ initial, initialView, teams, mayReadQuestions }: Props) {
  const [view, setView] = useState(initialView);
  const { input, outcome, change, run } = useTrial(initial, view.settings);
  const asked = useAskedQuestions(mayReadQuestions);
  const { labelOf } = useVisibilityOptions(teams);

  /** Tries it with the eyes of whoever asked; staff are of different teams, so the eyes stay. */
  function tryAgain({ query, askedBy }: AskedQuestion) {
    const eyes: Eyes = askedBy === 'staff' ? input.eyes : { kind: askedBy };
    run({ query, eyes });
    window.scrollTo({ top: 0 });
  }

  return (
    <PlaygroundProvider value={{ labelOf }}>
      <div className={classes.layout}>
        <Paper withBorder p="md" className={classes.ask}>
          <QuestionForm
            input={input}
            isBusy={outcome.isBusy}
            onType={(query) => change({ query })}
            onRun={run}
          />
        </Paper>
        <Paper withBorder p="md" className={classes.settings}>
          <SettingsPanel
            settings={input.settings}
            view={view}
            recent={asked.recent}
            onSlide={(settings) => change({ settings })}
            onTry={(settings) => run({ settings })}
            onApplied={setView}
          />
        </Paper>
        <Paper withBorder p="md" className={classes.result} component="section">
          <Outcome outcome={outcome} input={input} onRetry={() => run()} />
        </Paper>
        <Paper withBorder p="md" className={classes.asked} component="section">
          {mayReadQuestions ? (
            <AskedQuestions asked={asked} onTry={tryAgain} />
          ) : (
            <QuestionsClosed />
          )}
        </Paper>
      </div>
    </PlaygroundProvider>
  );
}

interface OutcomeProps {
  outcome: ReturnType<typeof useTrial>['outcome'];
  input: TrialInput;
  onRetry: () => void;
}

/** What came of the trial, told also to those who do not see it. */
function Outcome({ outcome, input, onRetry }: OutcomeProps) {
  const t = useTranslations('playground');
  const { trial, eyes = input.eyes, fault, isBusy } = outcome;
  const { answeredFrom } = input.settings;
  const person = useViewedName(eyes);
  const summary = trial ? t('result.count', { count: trial.hits.length, person }) : '';
  return (
    <>
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
          title={t('empty.start.title')}
          text={t('empty.start.text')}
        />
      )}
    </>
  );
}
