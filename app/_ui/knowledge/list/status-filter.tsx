import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import {
  type DocumentCounts,
  type DocumentFilter,
  documentFilterSchema,
  maxCounted,
} from '@/lib/shared/documents';
import classes from './list.module.css';

const choices = ['all', 'ready', 'unfinished', 'failed'] as const;

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
                {t(count < maxCounted ? 'statusCount' : 'statusCountMost', { count })}
              </span>
            </>
          ),
        };
      })}
    />
  );
}
