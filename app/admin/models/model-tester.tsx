'use client';
import { Alert, Button, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { jsonBody, requestJson } from '@/app/_ui/request-json';
import { useSubmit } from '@/app/_ui/use-submit';
import {
  type ChainLink,
  type ModelPurpose,
  type ModelTest,
  modelTestSchema,
} from '@/lib/shared/models';
import { formatCost, formatTime } from './format-figures';
import classes from './models.module.css';
import { TestProblem } from './test-problem';

interface Props {
  purpose: ModelPurpose;
  /** The first of the models for it. */
  link: ChainLink;
}

/** Asks the model for a purpose one small question, and tells what came of it. */
export function ModelTester({ purpose, link }: Props) {
  const t = useTranslations('models');
  const [test, setTest] = useState<ModelTest | null>(null);
  const { submit, isBusy, problem } = useSubmit();
  const isBuiltin = link.provider === 'builtin';
  const model = isBuiltin ? t('builtin') : `${link.provider}:${link.model}`;

  function run() {
    setTest(null);
    void submit(async () => {
      setTest(await requestJson(modelTestSchema, '/api/models/test', jsonBody({ purpose })));
    });
  }

  return (
    <>
      {isBuiltin ? null : (
        <Button
          variant="default"
          size="xs"
          loading={isBusy}
          onClick={run}
          aria-label={t('test.label', { purpose: t(`purposes.${purpose}.name`) })}
        >
          {t('test.button')}
        </Button>
      )}
      <div role="status" className={classes.outcome}>
        {isBusy ? <Text size="sm">{t('test.running', { model })}</Text> : null}
        {problem ? <Alert color="red">{problem}</Alert> : null}
        {test?.outcome === 'ok' ? <TestAnswer test={test} model={model} /> : null}
        {test && test.outcome !== 'ok' ? (
          <TestProblem test={{ ...test, outcome: test.outcome }} link={link} />
        ) : null}
      </div>
    </>
  );
}

function TestAnswer({ test, model }: { test: ModelTest; model: string }) {
  const t = useTranslations('models.test');
  const locale = useLocale();
  const time = formatTime(test.durationMs, locale);
  const tokens = (test.inputTokens ?? 0) + (test.outputTokens ?? 0);
  return (
    <Alert color="teal">
      {test.firstTokenMs === null
        ? t('ok', { model, time })
        : t('okFirst', { model, time, first: formatTime(test.firstTokenMs, locale) })}{' '}
      {test.costMicros === null
        ? t('tookUnpriced', { tokens })
        : t('took', { tokens, cost: formatCost(test.costMicros, locale) })}
    </Alert>
  );
}
