'use client';
import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { formatInstant } from '@/lib/i18n/format';

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
  const text = formatInstant(new Date(at), locale, { dateStyle, timeStyle, timeZone });
  return <time dateTime={at}>{text}</time>;
}
