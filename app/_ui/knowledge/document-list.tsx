import { Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBooks } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';
import { EmptyState } from '@/app/_ui/empty-state';
import type { Visibility } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';
import { DeleteDocumentDialog } from './delete-document-dialog';
import { DocumentTable } from './document-table';
import { changeDocument, deleteDocument } from './documents-api';
import { type Team, useVisibilityOptions } from './use-visibility-options';

interface Props {
  documents: DocumentView[];
  teams: Team[];
  mayManage: boolean;
  /** A document should be fetched again. */
  onChanged: (id: string) => Promise<void>;
}

/** The documents with their filter, and what may be changed about them. */
export function DocumentList({ documents, teams, mayManage, onChanged }: Props) {
  const t = useTranslations('knowledge');
  const { labelOf } = useVisibilityOptions(teams);
  const [filter, setFilter] = useState('');
  const [deleting, setDeleting] = useState<DocumentView | null>(null);
  const matching = documents.filter((document) => matches(document, filter));

  async function changeVisibility({ id, title }: DocumentView, visibility: Visibility) {
    try {
      await changeDocument(id, { visibility });
      const message = t('visibility.changed', { title, visibility: labelOf(visibility) });
      notifications.show({ message });
    } catch (error) {
      notifications.show({ color: 'red', message: problemSentence(error) ?? t('upload.network') });
    }
    await onChanged(id);
  }

  async function confirmDelete({ id, title }: DocumentView) {
    await deleteDocument(id);
    await onChanged(id);
    notifications.show({ message: t('delete.done', { title }) });
  }

  if (documents.length === 0) {
    return (
      <EmptyState
        icon={<IconBooks size={32} stroke={1.4} />}
        title={t(mayManage ? 'empty.title' : 'emptyReader.title')}
        text={t(mayManage ? 'empty.text' : 'emptyReader.text')}
      />
    );
  }
  return (
    <section aria-label={t('title')}>
      <Group justify="space-between" mb="xs">
        <TextInput
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={{ base: '100%', xs: 280 }}
        />
        <Text size="sm" c="dimmed">
          {t('count', { count: matching.length })}
        </Text>
      </Group>
      {matching.length === 0 ? (
        <Text c="dimmed" size="sm" py="md">
          {t('noMatch', { text: filter })}
        </Text>
      ) : (
        <DocumentTable
          documents={matching}
          teams={teams}
          mayManage={mayManage}
          onChangeVisibility={changeVisibility}
          onDelete={setDeleting}
        />
      )}
      <DeleteDocumentDialog
        document={deleting}
        onConfirm={confirmDelete}
        onClose={() => setDeleting(null)}
      />
    </section>
  );
}

function matches({ title, filename }: DocumentView, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return title.toLowerCase().includes(wanted) || filename.toLowerCase().includes(wanted);
}
