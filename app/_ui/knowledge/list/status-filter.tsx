import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import {
  type DocumentCounts,
  type DocumentFilter,
  documentFilterSchema,
} from '@/lib/shared/documents';
import classes from './list.module.css';

const choices = ['all', 'ready', 'unfinished', 'failed'] as const;
/** The server counts no further. */
const mostCounted = 10_000;

interface Props {
  status: DocumentFilter['status'];
  counts: DocumentCounts;
  onChange: (status: DocumentFilter['status']) => void;
}

/** The documents of which state are shown, with how many there are of each. */
export function StatusFilter({ status, counts, onChange }: Props) {
  const t = useTranslations('knowledge.list');
  const readStatus = documentFilterSchema.shape.status.catch(undefined);
  return (
    <SegmentedControl
      size="sm"
      className={classes.statusFilter}
      aria-label={t('statusFilter')}
      value={status ?? 'all'}
      onChange={(value) => onChange(readStatus.parse(value))}
      data={choices.map((value) => {
        const count = counts[value];
        return {
          value,
          label: (
            <>
              {t(`states.${value}`)}{' '}
              <span className={classes.count}>
                {t(count < mostCounted ? 'statusCount' : 'statusCountMost', { count })}
              </span>
            </>
          ),
        };
      })}
    />
  );
}
