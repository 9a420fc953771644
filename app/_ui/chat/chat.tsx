'use client';
import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEdit, IconHistory } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { problemSentence } from '@/app/_ui/problem-sentence';
import classes from './chat.module.css';
import { Conversation } from './conversation';
import { ConversationDrawer } from './conversation-drawer';
import type { Audience } from './empty-state';
import { type Session, useSession } from './use-session';

interface Props {
  /** The conversation named in the address, when there is one. */
  initial: Session | null;
  audience: Audience;
  /** Where this chat lives: `/` or `/staff`. */
  path: string;
}

/** The chat page: one conversation, the way to a new one and to earlier ones. */
export function Chat({ initial, audience, path }: Props) {
  const t = useTranslations('chat');
  const { session, fault } = useSession(initial);
  const [isHistoryOpen, history] = useDisclosure(false);

  function open(id: string | null) {
    history.close();
    window.history.pushState(null, '', id ? `${path}?c=${id}` : path);
  }

  return (
    <div className={classes.chat}>
      <div className={classes.toolbar}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconHistory size={16} stroke={1.6} />}
          onClick={history.open}
        >
          {t('history.open')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconEdit size={16} stroke={1.6} />}
          onClick={() => open(null)}
        >
          {t('newConversation')}
        </Button>
      </div>
      {fault ? (
        <Alert color="yellow" variant="light" role="alert" mx="md">
          {problemSentence(fault) ?? t('problems.interrupted')}
        </Alert>
      ) : null}
      <Conversation
        key={session.id}
        session={session}
        audience={audience}
        path={path}
        onBegin={() => window.history.replaceState(null, '', `${path}?c=${session.id}`)}
      />
      <ConversationDrawer
        isOpen={isHistoryOpen}
        currentId={session.id}
        onClose={history.close}
        onPick={open}
      />
    </div>
  );
}
