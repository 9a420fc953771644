import { useTranslations } from 'next-intl';
import { ActButton } from '@/app/_ui/knowledge/act-button';
import type { DocumentView } from '@/lib/shared/documents';
import type { DocumentActs } from './use-document-acts';

interface Props {
  document: DocumentView;
  acts: DocumentActs;
}

/** What may be done about the reading of a document: nothing once it is ready. */
export function ReadingActs({ document, acts }: Props) {
  const t = useTranslations('knowledge.row');
  const { status, title } = document;
  if (status === 'ready') return null;
  const isFailed = status === 'failed';
  return (
    <ActButton
      variant="default"
      flex="none"
      aria-label={t(isFailed ? 'retryLabel' : 'cancelLabel', { title })}
      act={() => (isFailed ? acts.retry(document) : acts.cancel(document))}
    >
      {t(isFailed ? 'retry' : 'cancel')}
    </ActButton>
  );
}
