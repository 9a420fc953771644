'use client';
import { Alert, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { pictureUrl } from '@/app/_ui/document/document-api';
import { passageMarks } from '@/app/_ui/document/passages/passage-marks';
import { OriginalPane } from '@/app/_ui/document/reader/original-pane';
import { PageNav } from '@/app/_ui/document/reader/page-nav';
import type { ReaderTarget } from '@/app/_ui/document/reader/reader';
import reader from '@/app/_ui/document/reader/reader.module.css';
import { ReaderContext } from '@/app/_ui/document/reader/reader-context';
import { useMarked } from '@/app/_ui/document/reader/use-marked';
import { usePage } from '@/app/_ui/document/reader/use-page';
import { useTarget } from '@/app/_ui/document/reader/use-target';
import { hasPagePictures } from '@/lib/shared/documents';
import { pageUnit } from '@/lib/shared/page-unit';
import classes from './open.module.css';
import { OpenPassages } from './open-passages';
import { useOpenPassages } from './use-open-passages';

interface Props {
  documentId: string;
  pages: number | null;
  format: string | null;
  target: ReaderTarget | null;
}

/** Passages shown before the one that the address leads to. */
const leadIn = 3;

/** A document for everybody who may read it: its pages and what it says, and nothing to change. */
export function OpenDocument({ documentId, pages, format, target }: Props) {
  const t = useTranslations('document');
  const { page, show, reader: frame, onKeyDown } = usePage(pages, target?.page ?? null);
  const from = Math.max(0, (target?.seq ?? 0) - leadIn);
  const loaded = useOpenPassages({ documentId, page, from });
  const { passages = [] } = loaded;
  const marked = useMarked();
  const quote = target?.quote ?? null;
  const unit = pageUnit(format);
  const shared = useMemo(
    () => ({ documentId, mayManage: false, unit, quote, ...marked }),
    [documentId, unit, quote, marked],
  );
  const chunkId = target?.chunkId ?? null;
  const isThere = passages.some(({ id }) => id === chunkId);
  const hasPictures = hasPagePictures(format);
  // Without a picture there is nothing but the text to be shown.
  useTarget(chunkId, isThere, hasPictures ? marked : { ...marked, showOnPage: marked.showText });
  const nav = page !== null && pages !== null ? { page, count: pages, onShow: show } : null;
  const words = <OpenPassages loaded={loaded} page={page} />;
  return (
    <ReaderContext value={shared}>
      {target && target.seq === null ? (
        <Alert color="yellow" variant="light">
          {t('reader.gone')}
        </Alert>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Page Up and Page Down work all over it. */}
      <div ref={frame} tabIndex={-1} onKeyDown={onKeyDown}>
        {hasPictures ? (
          <div className={reader.reader}>
            <OriginalPane
              pages={nav}
              picture={pictureUrl(documentId, page ?? 1)}
              marks={passageMarks(passages, page, (number, text) =>
                t('mark.passage', { number, words: text }),
              )}
            />
            {words}
          </div>
        ) : (
          <Stack className={classes.alone}>
            {nav ? <PageNav {...nav} /> : null}
            {words}
          </Stack>
        )}
      </div>
    </ReaderContext>
  );
}
