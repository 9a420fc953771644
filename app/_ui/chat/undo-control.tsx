'use client';
import { Button, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LocalTime } from '@/app/_ui/local-time';
import type { CardActs } from './use-action-card';

interface Props {
  /** ISO 8601: afterwards it is too late. */
  until: string;
  acts: CardActs;
}

const focus = (button: HTMLButtonElement | null) => button?.focus();

/** Takes back what was done, after one more question in the same place. */
export function UndoControl({ until, acts }: Props) {
  const t = useTranslations('chat.actions');
  const [step, setStep] = useState<'idle' | 'asking' | 'kept'>('idle');
  const isBusy = acts.isUndoing || acts.pending === 'undo';

  async function undo() {
    await acts.undo();
    setStep('idle');
  }

  if (step === 'asking' && !acts.isUndoing) {
    return (
      <>
        <Text size="sm">{t('undoAsk')}</Text>
        <Button ref={focus} size="sm" loading={isBusy} onClick={undo}>
          {t('undoYes')}
        </Button>
        <Button size="sm" variant="subtle" disabled={isBusy} onClick={() => setStep('kept')}>
          {t('undoNo')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button
        ref={step === 'kept' ? focus : undefined}
        size="sm"
        variant="default"
        loading={isBusy}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => setStep('asking')}
      >
        {t('undo')}
      </Button>
      <Text size="xs" c="dimmed" role="status">
        {isBusy ? t('undoing') : t.rich('undoUntil', { time: () => <LocalTime at={until} /> })}
      </Text>
    </>
  );
}
