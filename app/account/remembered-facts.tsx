'use client';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { EmptyState } from '@/app/_ui/empty-state';
import { requestJson } from '@/app/_ui/request-json';
import { TimeAgo } from '@/app/_ui/time-ago';
import { useAct } from '@/app/_ui/use-act';
import type { PersonFact } from '@/lib/shared/account';
import classes from './account.module.css';

const erase = (url: string) => requestJson(z.undefined(), url, { method: 'DELETE' });

/** What the desk remembers of the person, each thing with the means to erase it. */
export function RememberedFacts({ initial }: { initial: PersonFact[] }) {
  const t = useTranslations('account.facts');
  const [facts, setFacts] = useState(initial);
  const [isAsking, setIsAsking] = useState(false);
  const { act, isBusy } = useAct();

  const eraseOne = (id: string) =>
    act(async () => {
      await erase(`/api/account/facts/${id}`);
      setFacts((all) => all.filter((fact) => fact.id !== id));
      return t('erased');
    });

  return (
    <>
      <Group justify="space-between" align="center">
        <Title order={2}>{t('title')}</Title>
        {facts.length > 1 ? (
          <Button
            size="xs"
            color="red"
            variant="light"
            disabled={isBusy}
            onClick={() => setIsAsking(true)}
          >
            {t('eraseAll')}
          </Button>
        ) : null}
      </Group>
      {facts.length === 0 ? (
        <EmptyState
          icon={<IconBookmark size={28} stroke={1.4} />}
          title={t('none')}
          text={t('noneHint')}
        />
      ) : (
        <>
          <Text c="dimmed" size="sm" mt={2} mb="sm">
            {t('intro')}
          </Text>
          <ul className={classes.facts}>
            {facts.map((fact) => (
              <FactLine key={fact.id} fact={fact} isBusy={isBusy} onErase={eraseOne} />
            ))}
          </ul>
        </>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('eraseAll')}
        text={t('eraseAllText', { count: facts.length })}
        confirm={t('eraseAll')}
        onConfirm={async () => {
          await erase('/api/account/facts');
          setFacts([]);
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

interface LineProps {
  fact: PersonFact;
  isBusy: boolean;
  onErase: (id: string) => void;
}

function FactLine({ fact, isBusy, onErase }: LineProps) {
  const t = useTranslations('account.facts');
  return (
    <li className={classes.fact}>
      <div className={classes.words}>
        <Text>{fact.text}</Text>
        <Text size="xs" c="dimmed">
          <TimeAgo at={fact.createdAt} />
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        disabled={isBusy}
        aria-label={t('eraseNamed', { fact: fact.text })}
        onClick={() => onErase(fact.id)}
      >
        {t('erase')}
      </Button>
    </li>
  );
}
