'use client';
import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';

interface Props {
  /** ISO 8601. */
  at: string;
  dateStyle?: Intl.DateTimeFormatOptions['dateStyle'];
  timeStyle?: Intl.DateTimeFormatOptions['timeStyle'];
}

const subscribeToNothing = () => () => undefined;

/** A moment in the reader's own time zone; in UTC until the browser has taken over. */
export function LocalTime({ at, dateStyle = 'medium', timeStyle = 'short' }: Props) {
  const locale = useLocale();
  const timeZone = useSyncExternalStore(
    subscribeToNothing,
    () => undefined,
    () => 'UTC',
  );
  const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle, timeZone });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
