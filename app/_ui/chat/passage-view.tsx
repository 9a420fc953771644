import { Alert, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { PassageWords } from '@/app/_ui/document/quoted/passage-words';
import type { Citation } from '@/lib/shared/chat';
import type { CitedPassage } from '@/lib/shared/chunks';
import { findQuote } from '@/lib/shared/find-quote';
import { CitedPage } from './cited-page';
import { KeptQuote } from './kept-quote';
import classes from './message.module.css';
import { OpenDocumentLink } from './open-document-link';

interface Props {
  citation: Citation;
  passage: CitedPassage;
}

/** A passage: its page, its words with the quoted ones marked, and what stands around it dimmed. */
export function PassageView({ citation, passage }: Props) {
  const t = useTranslations('chat.citations');
  const { chunkId, quote } = citation;
  const { documentId, page, text, headingPath } = passage;
  const isThere = quote === '' || findQuote(text, quote) !== null;
  return (
    <Stack gap="md">
      <OpenDocumentLink documentId={documentId} chunkId={chunkId} quote={quote} />
      {isThere ? null : (
        <>
          <Alert color="yellow" variant="light" role="alert">
            {t('changed')}
          </Alert>
          <KeptQuote quote={quote} />
        </>
      )}
      {passage.hasPicture && page !== null ? (
        <CitedPage chunkId={chunkId} passage={passage} page={page} />
      ) : null}
      {headingPath.length > 0 ? (
        <Text size="sm" c="dimmed">
          {headingPath.join(' › ')}
        </Text>
      ) : null}
      <Words passage={passage} quote={quote} />
    </Stack>
  );
}

function Words({ passage, quote }: { passage: CitedPassage; quote: string }) {
  const words = useRef<HTMLDivElement>(null);
  const { text, headingPath, before, after, hasPicture } = passage;

  // Under a picture that shows the mark, the drawer stays where the picture is.
  useEffect(() => {
    if (!hasPicture) words.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [hasPicture]);

  return (
    <div ref={words} className={classes.passage}>
      {before ? (
        <div className={classes.around}>
          <PassageWords text={before} headingPath={[]} quote={null} />
        </div>
      ) : null}
      <PassageWords text={text} headingPath={headingPath} quote={quote} />
      {after ? (
        <div className={classes.around}>
          <PassageWords text={after} headingPath={[]} quote={null} />
        </div>
      ) : null}
    </div>
  );
}
