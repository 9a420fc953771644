import { Stack } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { changeDocument, deleteDocument } from '@/app/_ui/knowledge/documents-api';
import { DeleteDocumentDialog } from '@/app/_ui/knowledge/list/delete-document-dialog';
import { DocumentStatus } from '@/app/_ui/knowledge/list/document-status';
import { type Team, useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { TextLink } from '@/app/_ui/text-link';
import { useAct } from '@/app/_ui/use-act';
import type { Visibility } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';
import classes from './document.module.css';
import { DocumentActions } from './document-actions';
import { DocumentFacts } from './document-facts';
import { DocumentTitle } from './document-title';

interface Props {
  document: DocumentView;
  teams: Team[];
  mayManage: boolean;
  onChanged: () => Promise<void>;
}

/** What a document is called, how it stands, what is known about it and what can be done. */
export function DocumentHeader({ document, teams, mayManage, onChanged }: Props) {
  const t = useTranslations('document');
  const knowledge = useTranslations('knowledge');
  const router = useRouter();
  const { labelOf } = useVisibilityOptions(teams);
  const { act } = useAct();
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, title } = document;

  async function rename(next: string) {
    await changeDocument(id, { title: next });
    await onChanged();
  }

  async function changeVisibility(visibility: Visibility) {
    await act(async () => {
      await changeDocument(id, { visibility });
      return knowledge('visibility.changed', { title, visibility: labelOf(visibility) });
    });
    await onChanged();
  }

  async function remove() {
    await deleteDocument(id);
    // The server renders the page anew: what was there before, and what is left.
    router.refresh();
  }

  return (
    <Stack component="header" gap="sm">
      <TextLink href="/knowledge">{t('back')}</TextLink>
      <DocumentTitle title={title} mayManage={mayManage} onRename={rename} />
      <DocumentFacts
        document={document}
        teams={teams}
        mayManage={mayManage}
        onChangeVisibility={changeVisibility}
      />
      <section className={classes.status} aria-label={t('status.label')} aria-live="polite">
        <DocumentStatus document={document} />
      </section>
      <DocumentActions
        document={document}
        mayManage={mayManage}
        onChanged={onChanged}
        onDelete={() => setIsDeleting(true)}
      />
      <DeleteDocumentDialog
        document={isDeleting ? document : null}
        onConfirm={remove}
        onClose={() => setIsDeleting(false)}
      />
    </Stack>
  );
}
