'use client';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatInstant, languageTags } from '@/lib/i18n/format';
import { relativeTime } from './relative-time';

interface Props {
  /** ISO 8601. */
  at: string;
  className?: string;
}

const refreshMs = 30_000;

/** How long ago, or how soon, something is; the exact local time stands in the tooltip. */
export function TimeAgo({ at, className }: Props) {
  const text = useTimeAgo(at);
  const exact = formatInstant(new Date(at), useLocale());
  return (
    <time dateTime={at} title={exact} className={className} suppressHydrationWarning>
      {text}
    </time>
  );
}

/** The relative time as text, kept up to date while the page is open. */
export function useTimeAgo(at: string): string {
  const language = languageTags[useLocale()];
  const now = useNow();
  return relativeTime(new Date(at), now, language);
}

/** The time, renewed every half minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), refreshMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
