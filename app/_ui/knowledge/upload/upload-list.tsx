import { Button, Card, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { summarizeUploads, uploadsToShow } from './upload';
import classes from './upload.module.css';
import { UploadLine } from './upload-line';
import { UploadSummaryView } from './upload-summary-view';
import type { useUploads } from './use-uploads';

/** Lines drawn at first, and more at each «show more»: thousands of files stay quick. */
const stepSize = 8;

interface Props {
  sending: ReturnType<typeof useUploads>;
  onShowFailed: () => void;
}

/** The files on their way: all in one bar, and each by itself, those with problems first. */
export function UploadList({ sending, onShowFailed }: Props) {
  const t = useTranslations('knowledge.uploads');
  const [limit, setLimit] = useState(stepSize);
  const { uploads } = sending;
  if (uploads.length === 0) return null;
  const summary = summarizeUploads(uploads);
  const shown = uploadsToShow(uploads, limit);
  const left = summary.total - summary.counts.ready - shown.length;
  return (
    <Card component="section" withBorder padding="md" aria-label={t('title')}>
      <Stack gap="sm">
        <UploadSummaryView summary={summary} sending={sending} onShowFailed={onShowFailed} />
        {shown.length > 0 ? (
          <ul className={classes.uploads}>
            {shown.map((upload) => (
              <UploadLine key={upload.key} upload={upload} sending={sending} />
            ))}
          </ul>
        ) : null}
        {left > 0 ? (
          <Button
            size="compact-sm"
            variant="subtle"
            mx="auto"
            onClick={() => setLimit(limit + stepSize * 5)}
          >
            {t('more', { count: left })}
          </Button>
        ) : null}
      </Stack>
    </Card>
  );
}
