import { TableTd, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { fileSize } from '@/app/_ui/knowledge/file-size';
import { TimeAgo, useTimeAgo } from '@/app/_ui/time-ago';
import type { DocumentView } from '@/lib/shared/documents';
import classes from './list.module.css';

/** A document in figures: columns on wide screens, one line on narrow ones. */
export function DocumentFigures({ document }: { document: DocumentView }) {
  const t = useTranslations('knowledge.row');
  const format = useFormatter();
  const { pages, chunks, lastHitAt, liveVersion, newestVersion } = document;
  const size = fileSize(document.bytes);
  const sizeText = format.number(size.value, size.options);
  const versionText = t('version', { number: liveVersion ?? newestVersion });
  const cell = { visibleFrom: 'sm', ta: 'right', className: classes.figures } as const;
  return (
    <>
      <TableTd {...cell}>{versionText}</TableTd>
      <TableTd {...cell}>{pages === null ? '–' : format.number(pages)}</TableTd>
      <TableTd {...cell}>{chunks === null ? '–' : format.number(chunks)}</TableTd>
      <TableTd {...cell}>
        {lastHitAt ? (
          <TimeAgo at={lastHitAt} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('never')}
          </Text>
        )}
      </TableTd>
      <TableTd {...cell}>{sizeText}</TableTd>
      <TableTd hiddenFrom="sm" className={classes.facts}>
        {[
          versionText,
          pages === null ? null : t('pages', { count: pages }),
          chunks === null ? null : t('chunks', { count: chunks }),
          sizeText,
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        · {lastHitAt ? <LastHit at={lastHitAt} /> : t('neverHit')}
      </TableTd>
    </>
  );
}

function LastHit({ at }: { at: string }) {
  const t = useTranslations('knowledge.row');
  return <span suppressHydrationWarning>{t('lastHit', { ago: useTimeAgo(at) })}</span>;
}
