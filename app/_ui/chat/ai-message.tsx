'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';
import type { ChatMessage, Citation } from '@/lib/shared/chat';
import { ActionCardView } from './action-card-view';
import { CitationsProvider } from './citations-context';
import { Markdown } from './markdown';
import classes from './message.module.css';
import { NoticeLine } from './notice-line';
import { OperatorNote } from './operator-note';
import type { OwnCards } from './own-cards';
import type { ShowAction } from './shown-actions';
import { SourceList } from './source-list';

interface Props {
  message: ChatMessage;
  isStreaming: boolean;
  showAction: ShowAction;
  onOpenCitation: (citation: Citation) => void;
  /** Absent where the reader may look only: cards then have no buttons. */
  own?: OwnCards;
}

/** An answer: who of the specialists gave it, the text, its sources, cards and notices. */
export function AiMessage({ message, isStreaming, showAction, onOpenCitation, own }: Props) {
  const t = useTranslations('chat');
  const specialistTitle = useSpecialistTitle();
  const specialist = message.metadata?.specialist;
  const citations = useMemo(() => citationsOf(message), [message]);
  const isSpoken = message.parts.some(({ type }) => type === 'text' || type === 'data-action');
  return (
    <CitationsProvider items={citations} onOpen={onOpenCitation}>
      {isSpoken ? (
        <p className={classes.author}>
          {specialist ? specialistTitle(specialist) : t('assistant')}
        </p>
      ) : null}
      {message.parts.map((part, index) => {
        const key = `${part.type}-${index}`;
        if (part.type === 'text') {
          return <Markdown key={key} text={part.text} isStreaming={isStreaming} />;
        }
        if (part.type === 'data-notice') return <NoticeLine key={key} notice={part.data} />;
        if (part.type !== 'data-action') return null;
        const { card, isTold, note } = showAction(message.id, part.data.actionId);
        if (card) return <ActionCardView key={key} card={card} isTold={isTold} own={own} />;
        return note ? <OperatorNote key={key} note={note} /> : null;
      })}
      {isStreaming ? null : <SourceList items={citations} />}
    </CitationsProvider>
  );
}

function citationsOf(message: ChatMessage): Citation[] {
  return message.parts.flatMap((part) => (part.type === 'data-citations' ? part.data.items : []));
}
