import { Badge, Code } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';
import { TextLink } from '@/app/_ui/text-link';
import { Fact } from './fact';
import type { StepDetail } from './read-step';
import { RetrievalFacts } from './retrieval-facts';
import classes from './turn-timeline.module.css';

type DetailOf<K extends StepDetail['kind']> = Extract<StepDetail, { kind: K }>['detail'];

/** The facts that a step recorded. */
export function StepFacts({ step }: { step: StepDetail }) {
  switch (step.kind) {
    case 'route':
      return <RouteFacts detail={step.detail} />;
    case 'handoff':
      return <HandoffFacts detail={step.detail} />;
    case 'retrieval':
      return <RetrievalFacts detail={step.detail} />;
    case 'model':
      return <ModelFacts detail={step.detail} />;
    case 'tool':
      return <ToolFacts detail={step.detail} />;
    case 'escalation':
      return <EscalationFacts detail={step.detail} />;
    case 'error':
      return <ErrorFacts detail={step.detail} />;
    case 'guard':
      return <Fact>{step.detail.verdict}</Fact>;
    case 'policy':
      return <PolicyFacts detail={step.detail} />;
    case 'raw':
      return <RawFacts detail={step.detail} />;
  }
}

function usePercent() {
  const format = useFormatter();
  return (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 });
}

function RouteFacts({ detail }: { detail: DetailOf<'route'> }) {
  const t = useTranslations('admin.transcripts');
  const specialistTitle = useSpecialistTitle();
  const percent = usePercent();
  const { confidence } = detail;
  return (
    <>
      <Fact>
        {t('route.to', { name: specialistTitle(detail.to) })} · {t(`route.by.${detail.by}`)}
        {confidence === undefined
          ? null
          : ` · ${t('route.confidence', { value: percent(confidence) })}`}
      </Fact>
      <Fact>{t('route.reason', { text: detail.reason })}</Fact>
      <Fact>{t('route.task', { text: detail.task })}</Fact>
    </>
  );
}

function HandoffFacts({ detail }: { detail: DetailOf<'handoff'> }) {
  const t = useTranslations('admin.transcripts');
  const specialistTitle = useSpecialistTitle();
  const facts = Object.entries(detail.facts).map(([name, value]) => `${name}: ${value}`);
  return (
    <>
      <Fact>
        {t('handoff.given', {
          from: specialistTitle(detail.from),
          to: specialistTitle(detail.to),
        })}
        {detail.urgency === 'high' ? ` · ${t('handoff.urgent')}` : null}
        {detail.isLoop ? ` · ${t('handoff.loop')}` : null}
      </Fact>
      <Fact>
        {detail.task === '' ? t('handoff.withheld') : t('route.task', { text: detail.task })}
      </Fact>
      {detail.reason ? <Fact>{t('route.reason', { text: detail.reason })}</Fact> : null}
      {facts.length > 0 ? <Fact>{t('handoff.facts', { text: facts.join(', ') })}</Fact> : null}
    </>
  );
}

function ModelFacts({ detail }: { detail: DetailOf<'model'> }) {
  const t = useTranslations('admin.transcripts.model');
  const name =
    detail.provider === detail.model ? detail.model : `${detail.provider}:${detail.model}`;
  return (
    <Fact>
      {name}
      {detail.toolCalls.length > 0
        ? ` · ${t('calls', { tools: detail.toolCalls.join(', ') })}`
        : null}
    </Fact>
  );
}

function ToolFacts({ detail }: { detail: DetailOf<'tool'> }) {
  const t = useTranslations('admin.transcripts.tool');
  return (
    <>
      {detail.isError ? (
        <Badge size="sm" color="red" variant="light" tt="none">
          {t('failed')}
        </Badge>
      ) : null}
      <Block label={t('args')} text={JSON.stringify(detail.args, null, 1)} />
      <Block label={t('result')} text={detail.result} />
    </>
  );
}

function EscalationFacts({ detail }: { detail: DetailOf<'escalation'> }) {
  const t = useTranslations('admin.transcripts.escalation');
  return (
    <Fact>
      {detail.category} · <TextLink href={`/inbox?case=${detail.caseId}`}>{t('case')}</TextLink>
    </Fact>
  );
}

function ErrorFacts({ detail }: { detail: DetailOf<'error'> }) {
  const t = useTranslations('admin.transcripts.error');
  return (
    <Fact>
      <Code>{detail.code}</Code> · {t('log', { id: detail.logId })}
    </Fact>
  );
}

function PolicyFacts({ detail }: { detail: DetailOf<'policy'> }) {
  const t = useTranslations('admin.transcripts.policy');
  return (
    <Fact>
      {t('line', { line: detail.line })} · {detail.acts.join(' · ')}
    </Fact>
  );
}

function RawFacts({ detail }: { detail: unknown }) {
  const t = useTranslations('admin.transcripts');
  return <Block label={t('raw')} text={JSON.stringify(detail, null, 1)} />;
}

/** Text of any length behind its label. */
export function Block({ label, text }: { label: string; text: string }) {
  return (
    <details className={classes.block}>
      <summary>{label}</summary>
      <Code block>{text}</Code>
    </details>
  );
}
