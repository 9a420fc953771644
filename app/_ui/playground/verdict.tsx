import { Badge, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFigure } from './use-figure';
import classes from './verdict.module.css';

interface Props {
  confidence: number;
  /** As it stands in the form: the verdict follows it at once. */
  answeredFrom: number;
}

/** How sure the desk is that the passages answer, against the threshold. */
export function Verdict({ confidence, answeredFrom }: Props) {
  const t = useTranslations('playground.verdict');
  const figure = useFigure();
  const isAnswered = confidence >= answeredFrom;
  const threshold = figure(answeredFrom);
  return (
    <div className={classes.verdict} data-answered={isAnswered}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {t('label')} {figure(confidence)}
        </Text>
        <Badge color={isAnswered ? 'green' : 'orange'} variant="light" size="lg">
          {t(isAnswered ? 'answered' : 'refused')}
        </Badge>
      </Group>
      <div className={classes.meter} aria-hidden>
        <span className={classes.filled} style={{ width: `${confidence * 100}%` }} />
        <span className={classes.threshold} style={{ left: `${answeredFrom * 100}%` }} />
      </div>
      <Text size="xs" c="dimmed">
        {t('threshold', { threshold })}
      </Text>
    </div>
  );
}
