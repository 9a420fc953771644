import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { AppliedRetrieval, RetrievalSettings } from '@/lib/shared/retrieval';
import type { RetrievalView } from '@/lib/shared/trials';
import classes from './playground.module.css';
import { changedSettings } from './setting-fields';
import { useFigure } from './use-figure';

/** How many stand there before the rest is asked for. */
const shownAtFirst = 4;

interface Props {
  view: RetrievalView;
  onUse: (settings: RetrievalSettings) => void;
}

/** Who applied which settings when, with the way back to them and to what was measured. */
export function AppliedList({ view, onUse }: Props) {
  const t = useTranslations('playground.applied');
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? view.applied : view.applied.slice(0, shownAtFirst);
  return (
    <section>
      <Title order={3}>{t('title')}</Title>
      <Text size="xs" c="dimmed" mb="xs">
        {view.applied.length > 0 ? t('hint') : t('none')}
      </Text>
      {view.applied.length > 0 ? (
        <ol className={classes.list} aria-label={t('title')}>
          {shown.map((applied, at) => (
            <Applied
              key={applied.at}
              applied={applied}
              defaults={view.defaults}
              isCurrent={at === 0}
              onUse={() => onUse(applied.settings)}
            />
          ))}
        </ol>
      ) : null}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={() => onUse(view.defaults)}>
          {t('defaults')}
        </Button>
        {shown.length < view.applied.length ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setIsWhole(true)}>
            {t('more')}
          </Button>
        ) : null}
      </Group>
    </section>
  );
}

interface AppliedProps {
  applied: AppliedRetrieval;
  defaults: RetrievalSettings;
  isCurrent: boolean;
  onUse: () => void;
}

function Applied({ applied: { settings, by, at }, defaults, isCurrent, onUse }: AppliedProps) {
  const t = useTranslations('playground.applied');
  const name = by ?? t('unknown');
  return (
    <li className={classes.line}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm">
          {name}
          <Text span c="dimmed" size="xs" ml={8}>
            <TimeAgo at={at} />
          </Text>
        </Text>
        {isCurrent ? (
          <Badge variant="light" size="sm">
            {t('current')}
          </Badge>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('useOf', { name })}
            onClick={onUse}
          >
            {t('use')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        <Differences settings={settings} defaults={defaults} />
      </Text>
    </li>
  );
}

/** What is otherwise than measured. */
function Differences(props: { settings: RetrievalSettings; defaults: RetrievalSettings }) {
  const t = useTranslations('playground');
  const figure = useFigure();
  const changed = changedSettings(props.settings, props.defaults);
  const names = Object.keys(changed) as (keyof RetrievalSettings)[];
  if (names.length === 0) return t('applied.asMeasured');
  const written = names.map((name) => {
    const value = changed[name];
    const shown = typeof value === 'number' ? figure(value) : t(`settings.${value ? 'on' : 'off'}`);
    return `${t(`settings.${name}`)} ${shown}`;
  });
  return written.join(' · ');
}
