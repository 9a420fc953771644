import { Anchor, Collapse, List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { SourceView } from '@/lib/shared/sources';
import classes from './sources.module.css';

const told = ['added', 'changed', 'removed', 'failed'] as const;

/** What the last run did, and what it could not take, with the reasons. */
export function SourceOutcome({ outcome }: { outcome: NonNullable<SourceView['outcome']> }) {
  const t = useTranslations('sources');
  const done = told
    .filter((name) => outcome[name] > 0)
    .map((name) => t(`counts.${name}`, { count: outcome[name] }));
  if (done.length === 0) done.push(t('counts.unchanged', { count: outcome.unchanged }));
  return (
    <div>
      <Text size="sm">{done.join(' · ')}</Text>
      {outcome.isComplete ? null : (
        <Text size="sm" c="dimmed">
          {t('incomplete')}
        </Text>
      )}
      {outcome.faults.length > 0 ? <Faults outcome={outcome} /> : null}
    </div>
  );
}

function Faults({ outcome }: { outcome: NonNullable<SourceView['outcome']> }) {
  const t = useTranslations('sources');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { faults, failed } = outcome;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('showFaults', { count: failed })}
      </Anchor>
      <Collapse expanded={isOpen} id={id}>
        <List size="sm" mt="xs" spacing={4} className={classes.faults}>
          {faults.map(({ key, code, message }) => (
            <List.Item key={`${key} ${code}`}>
              <code>{key}</code>
              <br />
              {message}
            </List.Item>
          ))}
        </List>
        {failed > faults.length ? (
          <Text size="sm" c="dimmed">
            {t('moreFaults', { count: failed - faults.length })}
          </Text>
        ) : null}
      </Collapse>
    </>
  );
}
