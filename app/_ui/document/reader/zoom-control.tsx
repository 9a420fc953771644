import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';

export type Zoom = 'fit' | 'full';

interface Props {
  zoom: Zoom;
  onChange: (zoom: Zoom) => void;
}

/** How large the picture of a page is shown: as wide as there is room, or as it was drawn. */
export function ZoomControl({ zoom, onChange }: Props) {
  const t = useTranslations('document.reader');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('zoom')}
      value={zoom}
      onChange={(value) => onChange(value === 'full' ? 'full' : 'fit')}
      data={[
        { value: 'fit', label: t('fit') },
        { value: 'full', label: t('full') },
      ]}
    />
  );
}
