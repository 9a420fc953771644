import { Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconArrowsTransferUp,
  IconCpu,
  IconListCheck,
  IconSearch,
  IconShield,
  IconTool,
  IconUserUp,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { TranscriptTurn } from '@/lib/db/conversations/transcripts';
import type { StepKind } from '@/lib/shared/steps';
import { Duration, useDuration } from './duration';
import { placeStep, readStep, turnSpan } from './read-step';
import { StepFacts } from './step-facts';
import { TurnActions } from './turn-actions';
import { TurnStateBadge } from './turn-state-badge';
import classes from './turn-timeline.module.css';

const icons: Record<StepKind, typeof IconCpu> = {
  route: IconArrowsSplit2,
  retrieval: IconSearch,
  handoff: IconArrowsTransferUp,
  model: IconCpu,
  tool: IconTool,
  guard: IconShield,
  escalation: IconUserUp,
  error: IconAlertTriangle,
  policy: IconListCheck,
};

/** What the desk did in one turn: its steps in order, each with its time. */
export function TurnTimeline({ turn }: { turn: TranscriptTurn }) {
  const t = useTranslations('admin.transcripts.turn');
  const duration = useDuration();
  const span = turnSpan(turn);
  const facts = [
    t('steps', { count: turn.steps.length }),
    duration(span.durationMs),
    span.waitedMs > 0 ? t('waited', { duration: duration(span.waitedMs) }) : null,
    hasTokens(turn) ? t('tokens', totals(turn)) : null,
  ];
  return (
    <section className={classes.turn} aria-label={t('title')}>
      <Group gap="xs" className={classes.head}>
        <Text size="sm" fw={600}>
          {t('title')}
        </Text>
        <TurnStateBadge state={turn.state} />
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Group>
      {turn.attempt > 1 ? <Note>{t('attempt', { attempt: turn.attempt })}</Note> : null}
      {turn.errorCode ? <Note>{t('failed', { code: turn.errorCode })}</Note> : null}
      {turn.steps.length === 0 ? <Note>{t('none')}</Note> : null}
      <ol className={classes.steps}>
        {turn.steps.map((step) => (
          <StepLine key={step.seq} step={step} span={span} />
        ))}
      </ol>
      <TurnActions actions={turn.actions} />
    </section>
  );
}

interface LineProps {
  step: TranscriptTurn['steps'][number];
  span: ReturnType<typeof turnSpan>;
}

function StepLine({ step, span }: LineProps) {
  const t = useTranslations('admin.transcripts');
  const Icon = icons[step.kind];
  const { start, width } = placeStep(step, span);
  const { inputTokens, outputTokens } = step;
  return (
    <li className={classes.step} data-kind={step.kind}>
      <Icon size={16} stroke={1.6} className={classes.icon} aria-hidden />
      <div className={classes.facts}>
        <Text size="sm" fw={500}>
          {t(`step.${step.kind}`)}{' '}
          {isNamed(step.kind) ? <span className={classes.name}>{step.name}</span> : null}
        </Text>
        <StepFacts step={readStep(step)} />
      </div>
      <div className={classes.time}>
        <Text size="xs" c="dimmed">
          <Duration ms={step.durationMs} />
        </Text>
        <div className={classes.track} aria-hidden>
          <div
            className={classes.bar}
            style={{ marginLeft: `${start * 100}%`, width: `${width * 100}%` }}
          />
        </div>
        {inputTokens === null && outputTokens === null ? null : (
          <Text size="xs" c="dimmed">
            {t('model.tokens', { input: inputTokens ?? 0, output: outputTokens ?? 0 })}
          </Text>
        )}
      </div>
    </li>
  );
}

function Note({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {children}
    </Text>
  );
}

/** The facts of the other kinds name it themselves. */
function isNamed(kind: StepKind): boolean {
  return kind !== 'route' && kind !== 'handoff' && kind !== 'retrieval' && kind !== 'model';
}

/** The built-in model counts none. */
function hasTokens({ steps }: TranscriptTurn): boolean {
  return steps.some((step) => step.inputTokens !== null || step.outputTokens !== null);
}

function totals({ steps }: TranscriptTurn): { input: number; output: number } {
  const sum = (key: 'inputTokens' | 'outputTokens') =>
    steps.reduce((total, step) => total + (step[key] ?? 0), 0);
  return { input: sum('inputTokens'), output: sum('outputTokens') };
}
