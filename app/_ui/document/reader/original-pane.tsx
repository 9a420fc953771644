import { Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Mark } from './marks';
import { PageNav } from './page-nav';
import { PagePicture, type Zoom } from './page-picture';
import classes from './reader.module.css';

interface Props {
  /** Null where the document has no pages. */
  pages: { page: number; count: number; onShow: (page: number) => void } | null;
  /** Where the page's picture is; null where the format has none. */
  picture: string | null;
  marks: Mark[];
  /** The text of the page, for where there is no picture. */
  children: ReactNode;
}

/** The document as its readers know it: a page as a picture, or its text. */
export function OriginalPane({ pages, picture, marks, children }: Props) {
  const t = useTranslations('document.reader');
  const [zoom, setZoom] = useState<Zoom>('fit');
  return (
    <div className={classes.original}>
      <Group gap="sm" justify="space-between" className={classes.toolbar}>
        {pages ? <PageNav {...pages} /> : <span />}
        {picture ? (
          <SegmentedControl
            size="xs"
            aria-label={t('zoom')}
            value={zoom}
            onChange={(value) => setZoom(value === 'full' ? 'full' : 'fit')}
            data={[
              { value: 'fit', label: t('fit') },
              { value: 'full', label: t('full') },
            ]}
          />
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
            marks={marks}
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
