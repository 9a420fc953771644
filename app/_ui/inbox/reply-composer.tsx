import { Button, Group, Text, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { newUuid } from '@/app/_ui/chat/new-uuid';
import { useDraft } from '@/app/_ui/chat/use-draft';
import { problemSentence } from '@/app/_ui/problem-sentence';
import { maxMessageLength } from '@/lib/shared/chat';
import { sendReply } from './inbox-api';

interface Props {
  caseId: string;
  ownerVersion: number;
  onSent: () => Promise<void>;
}

/**
 * Where the owner writes. The text is kept per case until the server has taken it. Enter sends,
 * Shift+Enter breaks the line.
 */
export function ReplyComposer({ caseId, ownerVersion, onSent }: Props) {
  const t = useTranslations('inbox.reply');
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`case.${caseId}`, field);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // The same text sent again after a fault is the same reply: it is stored once.
  const attempt = useRef({ id: '', text: '' });

  async function send() {
    const text = draft.text.trim();
    if (!text || isSending) return;
    if (attempt.current.text !== text) attempt.current = { id: newUuid(), text };
    setIsSending(true);
    setProblem(null);
    try {
      await sendReply(caseId, { id: attempt.current.id, text, ownerVersion });
      attempt.current = { id: '', text: '' };
      draft.setText('');
      await onSent();
    } catch (error) {
      setProblem(problemSentence(error) ?? t('kept'));
    }
    setIsSending(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey;
    // While an input method is composing, Enter chooses a word.
    if (!isPlainEnter || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void send();
  }

  return (
    <>
      <Textarea
        ref={field}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={maxMessageLength}
        value={draft.text}
        error={problem}
        onChange={(event) => draft.setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        enterKeyHint="send"
      />
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed">
          {t('hint')}
        </Text>
        <Button size="sm" loading={isSending} disabled={!draft.text.trim()} onClick={send}>
          {t('send')}
        </Button>
      </Group>
    </>
  );
}
