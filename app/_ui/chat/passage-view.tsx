'use client';
import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CitedPassage } from './conversation-api';
import { markQuote } from './mark-quote';
import classes from './message.module.css';

interface Props {
  passage: CitedPassage;
  quote: string;
}

/** A passage with the quoted words marked, and what stands before and after it dimmed. */
export function PassageView({ passage, quote }: Props) {
  const mark = useRef<HTMLElement>(null);
  const marked = markQuote(passage.text, quote);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <>
      {passage.headingPath.length > 0 ? (
        <Text size="sm" c="dimmed" mb="sm">
          {passage.headingPath.join(' › ')}
        </Text>
      ) : null}
      <div className={classes.passage}>
        {passage.before ? <p className={classes.around}>{passage.before}</p> : null}
        <p>
          {marked.before}
          {marked.quote ? <mark ref={mark}>{marked.quote}</mark> : null}
          {marked.after}
        </p>
        {passage.after ? <p className={classes.around}>{passage.after}</p> : null}
      </div>
    </>
  );
}
