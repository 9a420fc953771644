'use client';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import {
  cancelReading,
  changeDocument,
  deleteDocument,
  retryAllFailed,
  retryReading,
} from '@/app/_ui/knowledge/documents-api';
import { TextLink } from '@/app/_ui/text-link';
import { useAct } from '@/app/_ui/use-act';
import type { Visibility } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';

/** What may be done about documents. What fails is told, and nothing is thrown, save by `remove`. */
export interface DocumentActs {
  changeVisibility: (document: DocumentView, visibility: Visibility) => Promise<void>;
  cancel: (document: DocumentView) => Promise<void>;
  retry: (document: DocumentView) => Promise<void>;
  retryAll: () => Promise<void>;
  /** Opens the question whether it is to be deleted. */
  askToDelete: (document: DocumentView) => void;
  /** Deletes it. @throws RequestError, TypeError */
  remove: (document: DocumentView) => Promise<void>;
}

interface Options {
  labelOf: (visibility: Visibility) => string;
  askToDelete: (document: DocumentView) => void;
  /** These documents have changed; without any, many have. */
  onChanged: (ids?: string[]) => Promise<void>;
}

/** The things that may be done about documents, each with a notice of how it went. */
export function useDocumentActs({ labelOf, askToDelete, onChanged }: Options): DocumentActs {
  const t = useTranslations('knowledge');
  const { act } = useAct();

  async function tell(work: () => Promise<string>, ids?: string[]) {
    await act(work);
    await onChanged(ids);
  }

  return {
    askToDelete,
    changeVisibility: ({ id, title }, visibility) =>
      tell(async () => {
        await changeDocument(id, { visibility });
        return t('visibility.changed', { title, visibility: labelOf(visibility) });
      }, [id]),
    cancel: ({ id, title }) =>
      tell(async () => {
        await cancelReading(id);
        return t('row.cancelled', { title });
      }, [id]),
    retry: ({ id, title }) =>
      tell(async () => {
        await retryReading(id);
        return t('row.retried', { title });
      }, [id]),
    retryAll: () => tell(async () => t('list.retriedAll', { count: await retryAllFailed() })),
    remove: async ({ id, title }) => {
      await deleteDocument(id);
      notifications.show({
        message: (
          <>
            {t('delete.done', { title })}{' '}
            <TextLink href={`/knowledge/${id}`}>{t('delete.proof')}</TextLink>
          </>
        ),
      });
      await onChanged([id]);
    },
  };
}
