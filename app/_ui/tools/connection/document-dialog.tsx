import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { OperationView } from '@/lib/shared/connections';
import { AttemptProblem } from '../attempt-problem';
import { DocumentField } from '../fields/document-field';
import { useDocumentPreview } from '../fields/use-document-preview';
import { ChangeDialog, type DialogProps } from './change-dialog';
import { DocumentChanges } from './document-changes';

/** Replaces the document of an API by a newer one, once it has been seen what that changes. */
export function DocumentDialog({
  operations,
  ...props
}: DialogProps & { operations: OperationView[] }) {
  const t = useTranslations('tools');
  const { document, preview, change, look, isBusy, fault } = useDocumentPreview();
  return (
    <ChangeDialog
      {...props}
      title={t('actions.document')}
      change={{ document: document.text }}
      isReady={preview !== null}
    >
      {() => (
        <>
          <DocumentField value={document} onChange={change} />
          {preview ? (
            <DocumentChanges before={operations} preview={preview} />
          ) : (
            <Button
              variant="light"
              loading={isBusy}
              disabled={document.text.trim() === ''}
              onClick={() => void look()}
            >
              {t('compare.look')}
            </Button>
          )}
          <AttemptProblem fault={fault} />
        </>
      )}
    </ChangeDialog>
  );
}
