'use client';
import { ActionIcon, Textarea } from '@mantine/core';
import { IconArrowUp, IconPlayerStopFilled } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { FormEvent, KeyboardEvent, RefObject } from 'react';
import { maxMessageLength } from '@/lib/shared/chat';
import classes from './chat.module.css';

interface Props {
  text: string;
  onChange: (text: string) => void;
  onSend: (text: string) => void;
  onStop: () => void;
  isBusy: boolean;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
}

/** Where the person writes. Enter sends, Shift+Enter breaks the line, an input method is let be. */
export function Composer({ text, onChange, onSend, onStop, isBusy, fieldRef }: Props) {
  const t = useTranslations('chat.composer');
  const canSend = text.trim() !== '';

  function submit(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (canSend) onSend(text.trim());
  }

  function onKeyDown(event: KeyboardEvent) {
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey;
    if (isPlainEnter && !event.nativeEvent.isComposing && event.keyCode !== 229) submit(event);
  }

  return (
    <form className={classes.composer} onSubmit={submit}>
      <Textarea
        ref={fieldRef}
        className={classes.field}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={maxMessageLength}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        enterKeyHint="send"
      />
      {isBusy ? (
        <ActionIcon size={36} radius="xl" variant="default" aria-label={t('stop')} onClick={onStop}>
          <IconPlayerStopFilled size={15} />
        </ActionIcon>
      ) : null}
      {isBusy && !canSend ? null : (
        <ActionIcon
          type="submit"
          size={36}
          radius="xl"
          aria-label={t('send')}
          data-disabled={!canSend || undefined}
          aria-disabled={!canSend}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
      )}
    </form>
  );
}
