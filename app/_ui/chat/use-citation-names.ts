'use client';
import { useTranslations } from 'next-intl';
import type { Citation } from '@/lib/shared/chat';

type Place = Pick<Citation, 'page' | 'unit'>;

/** How a citation is told: its document, the page, slide or sheet of it, and all of it with its number. */
export function useCitationNames() {
  const t = useTranslations('chat.citations');

  function nameOf({ isDeleted, document }: Citation): string {
    return isDeleted ? t('deleted') : document;
  }

  /** Null where the format has no pages. */
  function placeOf({ page, unit }: Place): string | null {
    return page === null ? null : t('place', { page, unit });
  }

  function labelOf(citation: Citation): string {
    const { n } = citation;
    const document = nameOf(citation);
    const place = placeOf(citation);
    if (place === null) return t('openNumber', { n, document });
    return t('openNumberAt', { n, document, place });
  }

  return { nameOf, placeOf, labelOf };
}
