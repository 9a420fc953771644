import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { RetrievalSettings } from '@/lib/shared/retrieval';
import type { AskedQuestion } from '@/lib/shared/trials';
import { countFlips } from './count-flips';
import { changedSettings } from './setting-fields';

interface Props {
  settings: RetrievalSettings;
  applied: RetrievalSettings;
  /** Questions asked lately, by which a moved threshold is judged. */
  recent: AskedQuestion[];
  isBusy: boolean;
  problem: string | null;
  onApply: () => void;
  onDiscard: () => void;
}

/** Whether the settings of the form are those of the desk, and the way to make them so. */
export function ApplyBar({ settings, applied, recent, isBusy, problem, ...on }: Props) {
  const t = useTranslations('playground.apply');
  const count = Object.keys(changedSettings(settings, applied)).length;
  return (
    <div>
      <Text size="sm" fw={count > 0 ? 600 : undefined} role="status" mb="xs">
        {count > 0 ? t('changed', { count }) : t('clean')}
      </Text>
      <ThresholdNote from={applied.answeredFrom} to={settings.answeredFrom} recent={recent} />
      {problem ? (
        <Alert color="red" variant="light" role="alert" mb="xs">
          {problem}
        </Alert>
      ) : null}
      <Group gap="xs">
        <Button size="sm" disabled={count === 0} loading={isBusy} onClick={on.onApply}>
          {t('apply')}
        </Button>
        <Button size="sm" variant="default" disabled={count === 0} onClick={on.onDiscard}>
          {t('discard')}
        </Button>
      </Group>
    </div>
  );
}

/** What a moved threshold would have changed for the questions asked lately. */
function ThresholdNote(props: { from: number; to: number; recent: AskedQuestion[] }) {
  const { from, to, recent } = props;
  const t = useTranslations('playground.apply');
  if (from === to || recent.length === 0) return null;
  const { toRefused, toAnswered } = countFlips(recent, from, to);
  const isHarmless = toRefused + toAnswered === 0;
  return (
    <Alert
      color={isHarmless ? 'gray' : 'yellow'}
      variant="light"
      mb="xs"
      title={t('flipsTitle', { count: recent.length })}
    >
      {toRefused > 0 ? <div>{t('toRefused', { count: toRefused })}</div> : null}
      {toAnswered > 0 ? <div>{t('toAnswered', { count: toAnswered })}</div> : null}
      {isHarmless ? <div>{t('flipsNone')}</div> : null}
      <Text size="xs" c="dimmed" mt={4}>
        {t('flipsHint')}
      </Text>
    </Alert>
  );
}
