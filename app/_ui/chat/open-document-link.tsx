import { Button, VisuallyHidden } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { citedAddress } from '@/app/_ui/document/cited-address';

interface Props {
  documentId: string;
  chunkId?: string;
  quote?: string;
}

/** The way from a citation to its document. The conversation stays open where it is. */
export function OpenDocumentLink(cited: Props) {
  const t = useTranslations('chat.citations');
  return (
    <Button
      component="a"
      href={citedAddress(cited)}
      target="_blank"
      rel="noopener"
      variant="default"
      size="xs"
      w="fit-content"
      leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
    >
      {t('openDocument')}
      <VisuallyHidden> {t('newTab')}</VisuallyHidden>
    </Button>
  );
}
