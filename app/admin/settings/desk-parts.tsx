import { Badge, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import classes from './desk-parts.module.css';
import { type DeskPart, ownNames } from './list-desk-parts';

interface Props {
  parts: DeskPart[];
  /** Parts that were asked and gave no answer. */
  down: DeskPart['part'][];
}

/** What serves as each part of the desk. */
export function DeskParts({ parts, down }: Props) {
  const t = useTranslations('settings.parts');
  const nameOf = (name: string) => {
    const own = ownNames.find((known) => known === name);
    return own ? t(own) : name;
  };
  return (
    <dl className={classes.list}>
      {parts.map(({ part, name }) => (
        <Fragment key={part}>
          <Text component="dt" c="dimmed">
            {t(part)}
          </Text>
          <dd>
            {nameOf(name)}{' '}
            {down.includes(part) ? (
              <Badge color="red" variant="light">
                {t('down')}
              </Badge>
            ) : null}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
