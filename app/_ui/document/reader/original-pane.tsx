import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import type { PageArea } from '@/lib/shared/chunks';
import { type Mark, Marks } from './marks';
import { PageNav } from './page-nav';
import { PagePicture } from './page-picture';
import classes from './reader.module.css';
import { useReader } from './reader-context';
import { type Zoom, ZoomControl } from './zoom-control';

interface Props {
  /** Null where the document has no pages. */
  pages: { page: number; count: number; onShow: (page: number) => void } | null;
  /** Where the page's picture is; null where the format has none. */
  picture: string | null;
  marks: Mark[];
  /** The text of the page, for where there is no picture. */
  children?: ReactNode;
}

/** The document as its readers know it: a page as a picture, or its text. */
export function OriginalPane({ pages, picture, marks, children }: Props) {
  const t = useTranslations('document.reader');
  const { quote } = useReader();
  const quoteAreas = useMemo(() => areasOn(quote?.areas, pages?.page ?? 1), [quote, pages?.page]);
  const [zoom, setZoom] = useState<Zoom>('fit');
  return (
    <div className={classes.original}>
      <Group gap="sm" justify="space-between" className={classes.toolbar}>
        {pages ? <PageNav {...pages} /> : <span />}
        {picture ? (
          <ZoomControl zoom={zoom} onChange={setZoom} />
        ) : (
          <Text size="xs" c="dimmed">
            {t('asText')}
          </Text>
        )}
      </Group>
      <section
        className={classes.frame}
        data-kind={picture ? 'picture' : 'text'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={t('original')}
      >
        {picture ? (
          <PagePicture
            key={picture}
            url={picture}
            page={pages?.page ?? 1}
            zoom={zoom}
            quoteAreas={quoteAreas}
            overlay={<Marks marks={marks} />}
          >
            {children}
          </PagePicture>
        ) : (
          children
        )}
      </section>
    </div>
  );
}

function areasOn(areas: PageArea[] = [], page: number): PageArea[] {
  return areas.filter((area) => area.page === page);
}
