import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { hiddenReasons } from '@/knowledge/parsers/parsed-document';
import type { DocumentElement } from '@/lib/shared/documents';
import classes from './reader.module.css';

// A reason that another version of the desk knew is told as hidden, no more.
const reasonSchema = z.enum([...hiddenReasons, 'unknown']).catch('unknown');

/** What the document hides from its readers, with the reason; closed until it is asked for. */
export function HiddenText({ elements }: { elements: DocumentElement[] }) {
  const t = useTranslations('document.hidden');
  if (elements.length === 0) return null;
  return (
    <details className={classes.hidden}>
      <summary>
        {t('title')} ({t('count', { count: elements.length })})
      </summary>
      <ul className={classes.items}>
        {elements.map(({ text, hidden }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements have no identity of their own.
          <li key={index} className={classes.item}>
            <Text size="xs" c="dimmed">
              {t(`reason.${reasonSchema.parse(hidden)}`)}
            </Text>
            <p className={classes.paragraph}>{text}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
