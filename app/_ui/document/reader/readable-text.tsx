import { Button, Skeleton, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DocumentElement } from '@/lib/shared/documents';
import { ReadElement } from './read-element';
import classes from './reader.module.css';

/** Elements drawn at first, and more at each «show more»: a long document stays quick. */
const stepSize = 200;

interface Props {
  /** Absent until they are loaded. */
  elements: DocumentElement[] | undefined;
  /** Positions of those that are marked. */
  marked: Set<number>;
  /** What is said where there are none. */
  none: string;
}

/** What was read, as a document to read. */
export function ReadableText({ elements, marked, none }: Props) {
  const t = useTranslations('document.reader');
  const [shown, setShown] = useState(stepSize);
  if (!elements) return <Skeleton h="12rem" />;
  if (elements.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <div className={classes.text}>
      {elements.slice(0, shown).map((element, index) => (
        // Elements have no identity of their own; they change only all at once.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <div key={index} data-marked={marked.has(index)}>
          <ReadElement element={element} />
        </div>
      ))}
      {elements.length > shown ? (
        <Button variant="default" size="xs" onClick={() => setShown(shown + stepSize)}>
          {t('showMore')}
        </Button>
      ) : null}
    </div>
  );
}
