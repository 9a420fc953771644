'use client';
import { Paper } from '@mantine/core';
import { useState } from 'react';
import { type Team, useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import type { AskedQuestion, RetrievalView } from '@/lib/shared/trials';
import { AskedQuestions } from './asked-questions';
import type { Eyes } from './eyes';
import classes from './playground.module.css';
import { PlaygroundProvider } from './playground-context';
import { QuestionForm } from './question-form';
import { QuestionsClosed } from './questions-closed';
import { SettingsPanel } from './settings-panel';
import { TrialOutcome } from './trial-outcome';
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
        <Paper
          withBorder
          p="md"
          className={classes.result}
          component="section"
          aria-labelledby="playground-result"
        >
          <TrialOutcome outcome={outcome} input={input} onRetry={() => run()} />
        </Paper>
        <Paper
          withBorder
          p="md"
          className={classes.asked}
          component="section"
          aria-labelledby="playground-questions"
        >
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
