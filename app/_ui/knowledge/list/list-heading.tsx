import { Button, Group, Text } from '@mantine/core';
import { IconArrowUp, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActButton } from '@/app/_ui/knowledge/act-button';
import type { DocumentCounts, DocumentFilter } from '@/lib/shared/documents';
import type { DocumentActs } from './use-document-acts';
import type { useDocuments } from './use-documents';

interface Props {
  list: ReturnType<typeof useDocuments>;
  filter: DocumentFilter;
  counts: DocumentCounts;
  acts: DocumentActs | null;
}

/** How many documents there are, those that came meanwhile, and what may be done about all. */
export function ListHeading({ list, filter, counts, acts }: Props) {
  const t = useTranslations('knowledge');
  const { documents, hasMore, hasNews, load } = list;
  const isNarrowed = Boolean(filter.q || filter.visibility || filter.source);
  const total = hasMore && !isNarrowed ? counts[filter.status ?? 'all'] : documents.length;
  const isMore = hasMore && total <= documents.length;
  const mayRetryAll = acts && filter.status === 'failed' && !isNarrowed && counts.failed > 0;
  return (
    <Group justify="space-between" mt="sm" mih={34}>
      <Text size="sm" c="dimmed" role="status">
        {t(isMore ? 'list.countMost' : 'count', { count: total })}
      </Text>
      {hasNews ? (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={load}
        >
          {t('list.news')}
        </Button>
      ) : null}
      {mayRetryAll ? (
        <ActButton
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          act={acts.retryAll}
        >
          {t('list.retryAll')}
        </ActButton>
      ) : null}
    </Group>
  );
}
