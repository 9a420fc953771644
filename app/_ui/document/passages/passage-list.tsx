import { Skeleton, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MoreButton } from '@/app/_ui/document/more-button';
import classes from '@/app/_ui/document/reader/reader.module.css';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import { LoadProblem } from '@/app/_ui/load-problem';
import { AddPassage } from './add-passage';
import { PassageItem } from './passage-item';
import { UnplacedEdits } from './unplaced-edits';
import type { usePassages } from './use-passages';

interface Props {
  passages: ReturnType<typeof usePassages>;
  /** Null where the document has no pages. */
  page: number | null;
}

/** The passages that answers are taken from, in reading order, and what can be done with them. */
export function PassageList({ passages, page }: Props) {
  const t = useTranslations('document');
  const { mayManage } = useReader();
  const { chunks, next, unplaced = [], fault, hasEarlier, reload, replace } = passages;
  return (
    <div className={classes.items}>
      {fault ? <LoadProblem fault={fault} onRetry={reload} /> : null}
      {mayManage ? <UnplacedEdits edits={unplaced} page={page} onChanged={reload} /> : null}
      {chunks || fault ? null : <Skeleton h="12rem" />}
      {chunks?.length === 0 ? (
        <Text c="dimmed">{t(page === null ? 'passages.noneAtAll' : 'passages.none')}</Text>
      ) : null}
      {hasEarlier ? (
        <MoreButton label={t('reader.showEarlier')} onShow={passages.showEarlier} />
      ) : null}
      <ol className={classes.items}>
        {chunks?.map((chunk) => (
          <PassageItem key={chunk.id} chunk={chunk} onReplaced={replace} onGone={reload} />
        ))}
      </ol>
      {typeof next === 'number' ? (
        <MoreButton label={t('reader.showMore')} onShow={passages.showMore} />
      ) : null}
      {mayManage && chunks ? <AddPassage key={page} page={page} onAdded={reload} /> : null}
    </div>
  );
}
