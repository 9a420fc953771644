import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { PagePicture } from '@/app/_ui/document/reader/page-picture';
import reader from '@/app/_ui/document/reader/reader.module.css';
import { type Zoom, ZoomControl } from '@/app/_ui/document/reader/zoom-control';
import type { CitedPassage } from '@/lib/shared/chunks';
import { citedPageUrl } from './conversation-api';
import classes from './message.module.css';

interface Props {
  chunkId: string;
  passage: CitedPassage;
  page: number;
}

/** The page on which a cited passage stands, with the quoted words marked. */
export function CitedPage({ chunkId, passage, page }: Props) {
  const t = useTranslations('document.reader');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const areas = useMemo(() => markedAreas(passage, page), [passage, page]);
  return (
    <div>
      <div className={classes.citedTools}>
        <ZoomControl zoom={zoom} onChange={setZoom} />
      </div>
      <section
        className={`${reader.frame} ${classes.citedPage}`}
        data-kind="picture"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={t('original')}
      >
        <PagePicture url={citedPageUrl(chunkId)} page={page} zoom={zoom} quoteAreas={areas} />
      </section>
    </div>
  );
}

/** The lines of the quote; where they are not known, the passage it stands in. */
function markedAreas({ quoteBoxes, boxes }: CitedPassage, page: number) {
  const areas = quoteBoxes.length > 0 ? quoteBoxes : boxes;
  return areas.filter((area) => area.page === page);
}
