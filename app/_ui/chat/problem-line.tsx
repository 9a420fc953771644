import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './chat.module.css';
import type { Problem } from './use-conversation';

interface Props {
  problem: Problem;
  onRetry: () => void;
}

/** What went wrong, in a sentence, and the way to try again. */
export function ProblemLine({ problem, onRetry }: Props) {
  const t = useTranslations('chat.problems');
  return (
    <div className={classes.problem} role="alert">
      <span>{problem.sentence ?? t(problem.kind)}</span>
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}
