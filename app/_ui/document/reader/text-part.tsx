import { Skeleton, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MoreButton } from '@/app/_ui/document/more-button';
import type { DocumentElement } from '@/lib/shared/documents';
import type { useText } from './use-text';

interface Props {
  text: ReturnType<typeof useText>;
  /** Null where the document has no pages. */
  page: number | null;
  draw: (elements: DocumentElement[]) => ReactNode;
}

/** What was read, however it is drawn, with the way to what stands before and after. */
export function TextPart({ text, page, draw }: Props) {
  const t = useTranslations('document.reader');
  const { elements, showEarlier, showMore } = text;
  if (!elements) return text.fault ? null : <Skeleton h="12rem" />;
  if (elements.length === 0 && !showMore && !showEarlier) {
    return <Text c="dimmed">{t(page === null ? 'noTextAtAll' : 'noText')}</Text>;
  }
  return (
    <>
      {showEarlier ? <MoreButton label={t('showEarlier')} onShow={showEarlier} /> : null}
      {draw(elements)}
      {showMore ? <MoreButton label={t('showMore')} onShow={showMore} /> : null}
    </>
  );
}
