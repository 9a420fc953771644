'use client';
import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { LocalTime } from '@/app/_ui/local-time';
import type { CardActs } from './use-action-card';

interface Props {
  /** ISO 8601: afterwards it is too late. */
  until: string;
  acts: CardActs;
  /** What else can be done about it, while nothing is asked. */
  children?: ReactNode;
}

const focus = (button: HTMLButtonElement | null) => button?.focus();

/** Takes back what was done, after one more question in the same place. */
export function UndoControl({ until, acts, children }: Props) {
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
        <Text size="xs" my="xs">
          {t('undoAsk')}
        </Text>
        <Group gap="xs">
          <Button ref={focus} size="sm" loading={isBusy} onClick={undo}>
            {t('undoYes')}
          </Button>
          <Button size="sm" variant="default" disabled={isBusy} onClick={() => setStep('kept')}>
            {t('undoNo')}
          </Button>
        </Group>
      </>
    );
  }
  return (
    <>
      <Text size="xs" c="dimmed" my="xs" role="status">
        {isBusy ? t('undoing') : t.rich('undoUntil', { time: () => <LocalTime at={until} /> })}
      </Text>
      <Group gap="xs">
        {children}
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
      </Group>
    </>
  );
}
