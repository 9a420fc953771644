import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import type { DocumentView } from '@/lib/shared/documents';

interface Props {
  /** The document to delete; null keeps the dialog closed. */
  document: DocumentView | null;
  onConfirm: (document: DocumentView) => Promise<void>;
  onClose: () => void;
  /** The dialog has gone, and has given the focus back. */
  onClosed?: () => void;
}

/** Asks before a document is deleted. */
export function DeleteDocumentDialog({ document, onConfirm, onClose, onClosed }: Props) {
  const t = useTranslations('knowledge.delete');
  return (
    <ConfirmDialog
      isOpen={document !== null}
      title={t('title')}
      text={t('text', { title: document?.title ?? '' })}
      confirm={t('confirm')}
      onConfirm={async () => {
        if (document) await onConfirm(document);
      }}
      onClose={onClose}
      onClosed={onClosed}
    />
  );
}
