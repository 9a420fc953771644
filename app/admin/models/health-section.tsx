import { Badge, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import { modelOutcomeSchema } from '@/lib/models/model-call';
import type { ModelHealthView } from '@/lib/shared/models';
import { ModelName } from './model-name';
import classes from './models.module.css';
import { Section } from './section';

const colors: Record<ModelHealthView['state'], string> = {
  answers: 'teal',
  fails: 'red',
  resting: 'yellow',
  unasked: 'gray',
};

/** How each model does that the environment names. */
export function HealthSection({ health }: { health: ModelHealthView[] }) {
  const t = useTranslations('models.health');
  return (
    <Section title={t('title')} intro={t('intro')}>
      <ul className={classes.rows}>
        {health.map((model) => (
          <li key={`${model.provider}:${model.model}`} className={classes.health}>
            <ModelName {...model} />
            <span>
              <Badge variant="light" color={colors[model.state]}>
                {t(`states.${model.state}`)}
              </Badge>
            </span>
            <LastCalls {...model} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function LastCalls({ lastAnswerAt, lastFault }: ModelHealthView) {
  const t = useTranslations('models');
  const outcome = modelOutcomeSchema.safeParse(lastFault?.outcome);
  const time = (at: string) => () => <TimeAgo at={at} />;
  return (
    <Text size="sm" c="dimmed" component="div">
      <div>
        {lastAnswerAt
          ? t.rich('health.lastAnswer', { time: time(lastAnswerAt) })
          : t('health.noAnswer')}
      </div>
      {lastFault ? (
        <div>
          {t.rich('health.lastFault', {
            time: time(lastFault.at),
            outcome: outcome.success && outcome.data !== 'ok' ? t(`outcomes.${outcome.data}`) : '',
          })}
        </div>
      ) : null}
    </Text>
  );
}
