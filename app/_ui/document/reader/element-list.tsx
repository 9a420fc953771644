import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DocumentElement } from '@/lib/shared/documents';
import { elementKey } from './element-marks';
import { ReadElement } from './read-element';
import classes from './reader.module.css';
import { useReader } from './reader-context';
import { itemId } from './reveal';

/** Elements drawn at first, and more at each «show more». */
const stepSize = 100;

interface Props {
  /** Absent until they are loaded. */
  elements: DocumentElement[] | undefined;
  /** What is said where there are none. */
  none: string;
}

/** What was read, element by element, each with what it was taken for. */
export function ElementList({ elements, none }: Props) {
  const t = useTranslations('document.reader');
  const [shown, setShown] = useState(stepSize);
  if (!elements) return <Skeleton h="12rem" />;
  if (elements.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      <ol className={classes.items}>
        {elements.slice(0, shown).map((element, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements have no identity of their own.
          <ElementItem key={index} itemKey={elementKey(index)} element={element} />
        ))}
      </ol>
      {elements.length > shown ? (
        <Button variant="default" size="xs" onClick={() => setShown(shown + stepSize)}>
          {t('showMore')}
        </Button>
      ) : null}
    </>
  );
}

function ElementItem({ itemKey, element }: { itemKey: string; element: DocumentElement }) {
  const t = useTranslations('document.kinds');
  const { active, hover, select } = useReader();
  return (
    <li
      id={itemId(itemKey)}
      className={classes.item}
      tabIndex={-1}
      aria-current={active === itemKey ? 'true' : undefined}
      onMouseEnter={() => hover(itemKey)}
      onMouseLeave={() => hover(null)}
      onFocus={() => select(itemKey)}
    >
      <Badge variant="light" color="gray" size="sm">
        {element.sourceType ?? t(element.kind)}
      </Badge>
      <ReadElement element={element} />
    </li>
  );
}
