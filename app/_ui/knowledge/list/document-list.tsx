import { Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import type { DocumentCounts, DocumentFilter, DocumentView } from '@/lib/shared/documents';
import { DeleteDocumentDialog } from './delete-document-dialog';
import { DocumentFilters } from './document-filters';
import { DocumentTable } from './document-table';
import classes from './list.module.css';
import { ListHeading } from './list-heading';
import { NoDocuments } from './no-documents';
import { useDocumentActs } from './use-document-acts';
import type { useDocuments } from './use-documents';
import { usePlace } from './use-place';

interface Props {
  list: ReturnType<typeof useDocuments>;
  filter: DocumentFilter;
  counts: DocumentCounts;
  visibilities: ReturnType<typeof useVisibilityOptions>;
  mayManage: boolean;
  onFilter: (changes: DocumentFilter) => void;
  onClearFilter: () => void;
  /** These documents have changed; without any named, many have. */
  onChanged: (ids?: string[]) => Promise<void>;
}

/** The documents with their filter, page by page. */
export function DocumentList({
  list,
  filter,
  counts,
  visibilities,
  mayManage,
  ...handlers
}: Props) {
  const t = useTranslations('knowledge');
  const section = useRef<HTMLElement>(null);
  const { documents, hasMore, isLoading } = list;
  const place = usePlace(section, documents);
  const [asked, setAsked] = useState<DocumentView | null>(null);
  const all = useDocumentActs({
    labelOf: visibilities.labelOf,
    askToDelete: (document) => {
      place.remember(document);
      setAsked(document);
    },
    onChanged: handlers.onChanged,
  });
  const keeping = { retry: place.keeping(all.retry), cancel: place.keeping(all.cancel) };
  const acts = mayManage ? { ...all, ...keeping } : null;
  const sourceOf = ({ source }: DocumentView) => source?.id === filter.source;

  async function showMore() {
    const before = documents.length;
    await list.loadMore();
    // The reader goes on with the first of the new ones, wherever the button is now.
    requestAnimationFrame(() => {
      const titles = section.current?.querySelectorAll<HTMLElement>('[data-title]');
      titles?.[before]?.focus({ preventScroll: true });
    });
  }

  if (counts.all === 0 && documents.length === 0) {
    return <NoDocuments status={undefined} isEmptyDesk mayManage={mayManage} />;
  }
  return (
    <section ref={section} aria-label={t('title')} tabIndex={-1}>
      <DocumentFilters
        filter={filter}
        counts={counts}
        visibilities={visibilities}
        sourceName={documents.find(sourceOf)?.source?.name ?? null}
        onChange={handlers.onFilter}
      />
      <ListHeading list={list} filter={filter} counts={counts} acts={acts} />
      {documents.length > 0 ? (
        <div className={classes.list} aria-busy={isLoading} data-loading={isLoading}>
          <DocumentTable
            documents={documents}
            visibilities={visibilities}
            acts={acts}
            onSource={(source) => handlers.onFilter({ source })}
          />
        </div>
      ) : (
        <NoDocuments status={filter.status} onClear={handlers.onClearFilter} />
      )}
      {hasMore ? (
        <Group justify="center" mt="md">
          <Button variant="default" onClick={showMore}>
            {t('more')}
          </Button>
        </Group>
      ) : null}
      <Text size="xs" c="dimmed" role="status" mt="xs">
        {isLoading ? t('list.loading') : null}
      </Text>
      <DeleteDocumentDialog
        document={asked}
        onConfirm={all.remove}
        onClose={() => setAsked(null)}
        onClosed={place.restore}
      />
    </section>
  );
}
