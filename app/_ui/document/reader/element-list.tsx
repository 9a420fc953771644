import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DocumentElement } from '@/lib/shared/documents';
import { elementKey } from './element-marks';
import { ReadElement } from './read-element';
import classes from './reader.module.css';
import { useReader } from './reader-context';
import { itemId } from './reveal';

/** What was read, element by element, each with what it was taken for. */
export function ElementList({ elements }: { elements: DocumentElement[] }) {
  return (
    <ol className={classes.items}>
      {elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: elements have no identity of their own.
        <ElementItem key={index} itemKey={elementKey(index)} element={element} />
      ))}
    </ol>
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
