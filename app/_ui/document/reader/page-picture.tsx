import { Alert } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { PageArea } from '@/lib/shared/chunks';
import { QuoteMark } from './quote-mark';
import classes from './reader.module.css';
import type { Zoom } from './zoom-control';

interface Props {
  url: string;
  page: number;
  zoom: Zoom;
  /** Places of the quoted words on this page; empty where none are quoted. */
  quoteAreas: PageArea[];
  /** What lies over the picture. */
  overlay?: ReactNode;
  /** What stands in its place where the picture cannot be made. */
  children?: ReactNode;
}

/** The picture of a page with marks on it. Give it a key per picture. */
export function PagePicture({ url, page, zoom, quoteAreas, overlay, children }: Props) {
  const t = useTranslations('document.reader');
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  if (state === 'failed') {
    return (
      <>
        <Alert color="yellow" variant="light" mb="sm" role="alert">
          {t('pictureFailed')}
        </Alert>
        {children}
      </>
    );
  }
  return (
    <div className={classes.sheet} data-zoom={zoom} data-state={state}>
      {/* biome-ignore lint/performance/noImgElement: made to size already, and for this reader alone. */}
      <img
        // A picture that came, or failed, before this code ran has told nobody of it.
        ref={(picture) => {
          if (picture?.complete) setState(picture.naturalWidth > 0 ? 'shown' : 'failed');
        }}
        src={url}
        alt={t('picture', { page })}
        onLoad={() => setState('shown')}
        onError={() => setState('failed')}
      />
      {overlay}
      {state === 'shown' && quoteAreas.length > 0 ? (
        <QuoteMark areas={quoteAreas} zoom={zoom} label={t('quote')} />
      ) : null}
    </div>
  );
}
