'use client';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { Citation } from '@/lib/shared/chat';
import classes from './chat.module.css';
import { CitationDrawer } from './citation-drawer';
import { Composer } from './composer';
import { type Audience, EmptyState } from './empty-state';
import { MessageList } from './message-list';
import { OwnerBanner } from './owner-banner';
import { ProblemLine } from './problem-line';
import { useConversation } from './use-conversation';
import { useDraft } from './use-draft';
import type { Session } from './use-session';
import { useStickToBottom } from './use-stick-to-bottom';
import { WaitingList } from './waiting-list';

interface Props {
  session: Session;
  audience: Audience;
  /** Where this chat lives: `/` or `/staff`. */
  path: string;
  onBegin: () => void;
}

/** One conversation: what was said, and the field to say more. */
export function Conversation({ session, audience, path, onBegin }: Props) {
  const t = useTranslations('chat');
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(path, field);
  const conversation = useConversation(session, draft, onBegin);
  const { messages, waiting, owner, problem, isBusy } = conversation;
  const [citation, setCitation] = useState<Citation | null>(null);
  const { frame, content, isAtBottom, toBottom } = useStickToBottom();

  function send(text: string) {
    conversation.send(text);
    toBottom();
    field.current?.focus();
  }

  function retry() {
    if (problem?.kind === 'interrupted') void conversation.reload();
    else if (draft.text.trim()) send(draft.text.trim());
  }

  return (
    <>
      <OwnerBanner owner={owner} />
      <div ref={frame} className={classes.scroll}>
        <div ref={content} className={classes.column}>
          {messages.length === 0 && !isBusy ? (
            <EmptyState audience={audience} onSuggest={send} />
          ) : null}
          <MessageList
            messages={messages}
            isBusy={isBusy}
            onOpenCitation={setCitation}
            onDecided={conversation.reload}
          />
          <WaitingList
            messages={waiting.messages}
            onTakeBack={waiting.takeBack}
            onSendNow={waiting.sendNow}
          />
        </div>
      </div>
      <div className={classes.bottom}>
        {isAtBottom ? null : (
          <ActionIcon
            className={classes.toBottom}
            variant="default"
            radius="xl"
            aria-label={t('toBottom')}
            onClick={toBottom}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
        )}
        {problem ? <ProblemLine problem={problem} onRetry={retry} /> : null}
        <Composer
          fieldRef={field}
          text={draft.text}
          onChange={draft.setText}
          onSend={send}
          onStop={conversation.stop}
          isBusy={isBusy}
        />
        <p className={classes.hint}>{t('composer.hint')}</p>
      </div>
      <CitationDrawer citation={citation} onClose={() => setCitation(null)} />
    </>
  );
}
