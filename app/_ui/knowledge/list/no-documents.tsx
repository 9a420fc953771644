import { Button, Stack } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import type { DocumentFilter } from '@/lib/shared/documents';

interface Props {
  status: DocumentFilter['status'];
  /** There is no document at all, whatever the filter. */
  isEmptyDesk?: boolean;
  mayManage?: boolean;
  onClear?: () => void;
}

/** What stands where no document is: why, and what to do. */
export function NoDocuments({ status, isEmptyDesk, mayManage, onClear }: Props) {
  const t = useTranslations('knowledge');
  return (
    <Stack align="center" gap={0}>
      <EmptyState
        icon={<IconBooks size={32} stroke={1.4} />}
        title={t(`${emptyOf(status, isEmptyDesk, mayManage)}.title`)}
        text={t(`${emptyOf(status, isEmptyDesk, mayManage)}.text`)}
      />
      {onClear ? (
        <Button variant="default" size="xs" onClick={onClear}>
          {t('list.clearFilters')}
        </Button>
      ) : null}
    </Stack>
  );
}

function emptyOf(status: DocumentFilter['status'], isEmptyDesk = false, mayManage = false) {
  if (isEmptyDesk) return mayManage ? 'empty' : 'emptyReader';
  if (status === 'failed') return 'list.noneFailed';
  return status === 'unfinished' ? 'list.noneUnfinished' : 'list.none';
}
