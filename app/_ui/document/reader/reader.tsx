import { Alert } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { pictureUrl } from '@/app/_ui/document/document-api';
import { PassageList } from '@/app/_ui/document/passages/passage-list';
import { usePassages } from '@/app/_ui/document/passages/use-passages';
import { LoadProblem } from '@/app/_ui/load-problem';
import { hasPagePictures } from '@/lib/shared/documents';
import { pageUnit } from '@/lib/shared/page-unit';
import { ElementList } from './element-list';
import { HiddenText } from './hidden-text';
import { OriginalPane } from './original-pane';
import { ReadPane, type ReadSide } from './read-pane';
import { ReadableText } from './readable-text';
import classes from './reader.module.css';
import { ReaderContext, type ReaderQuote } from './reader-context';
import { TextPart } from './text-part';
import { useMarked } from './use-marked';
import { useMarks } from './use-marks';
import { usePage } from './use-page';
import { useTarget } from './use-target';
import { useText } from './use-text';

/** The passage that the address leads to: where it stands, or that it is gone. */
export interface ReaderTarget {
  chunkId: string;
  /** Its position in the document; null when it is no longer there. */
  seq: number | null;
  /** Null also where the document has no pages. */
  page: number | null;
  /** Position of the element in which it begins. */
  element: number | null;
  /** Null where the address quotes nothing, or the passage is gone. */
  quote: ReaderQuote | null;
}

interface Props {
  documentId: string;
  /** Number of the version that answers. */
  version: number;
  /** Of that version; null where it has none. */
  pages: number | null;
  format: string | null;
  mayManage: boolean;
  target: ReaderTarget | null;
  /** Changes whenever what was read may have. */
  stamp: string;
}

/** Passages and elements shown before those that the address leads to. */
const leadIn = 3;

const before = (place: number | null | undefined) => Math.max(0, (place ?? 0) - leadIn);

/** The original beside what was read from it, each leading to the other. */
export function Reader(props: Props) {
  const { documentId, version, pages, format, mayManage, target, stamp } = props;
  const t = useTranslations('document.reader');
  const { page, show, reader, onKeyDown } = usePage(pages, target?.page ?? null);
  const [side, setSide] = useState<ReadSide>('passages');
  const text = useText({ documentId, page, from: before(target?.element), stamp });
  const passages = usePassages({ documentId, page, from: before(target?.seq), stamp });
  const marked = useMarked();
  const { elements } = text;
  const { marks, elementsOf, wordsOf } = useMarks({
    side,
    page,
    chunks: passages.chunks,
    elements,
  });
  const unit = pageUnit(format);
  const quote = target?.quote ?? null;
  const shared = useMemo(
    () => ({ documentId, mayManage, unit, quote, ...marked }),
    [documentId, mayManage, unit, quote, marked],
  );
  const chunkId = target?.chunkId ?? null;
  useTarget(chunkId, passages.chunks?.some(({ id }) => id === chunkId) ?? false, marked);
  return (
    <ReaderContext value={shared}>
      {target && target.seq === null ? (
        <Alert color="yellow" variant="light" mb="md">
          {t('gone')}
        </Alert>
      ) : null}
      {text.fault ? <LoadProblem fault={text.fault} onRetry={text.reload} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Page Up and Page Down work all over it. */}
      <div ref={reader} className={classes.reader} tabIndex={-1} onKeyDown={onKeyDown}>
        <OriginalPane
          pages={page !== null && pages !== null ? { page, count: pages, onShow: show } : null}
          picture={hasPagePictures(format) ? pictureUrl(documentId, page ?? 1, version) : null}
          marks={marks}
        >
          <TextPart
            text={text}
            page={page}
            draw={(all) => (
              <ReadableText
                elements={all}
                marked={elementsOf(marked.active)}
                passage={wordsOf(marked.active)}
              />
            )}
          />
        </OriginalPane>
        <ReadPane
          side={side}
          onShow={setSide}
          passages={<PassageList passages={passages} page={page} />}
          text={<TextPart text={text} page={page} draw={(all) => <ElementList elements={all} />} />}
        >
          <HiddenText elements={text.hidden} />
        </ReadPane>
      </div>
    </ReaderContext>
  );
}
