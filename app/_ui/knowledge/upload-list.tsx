import { ActionIcon, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';
import classes from './knowledge.module.css';
import type { Upload } from './use-uploads';

interface Props {
  uploads: Upload[];
  onRetry: (upload: Upload) => void;
  onRemove: (key: string) => void;
}

/** The files on their way, and those that were refused, with the reason. */
export function UploadList({ uploads, onRetry, onRemove }: Props) {
  if (uploads.length === 0) return null;
  return (
    <Stack component="ul" gap="xs" className={classes.uploads}>
      {uploads.map((upload) => (
        <UploadLine
          key={upload.key}
          upload={upload}
          onRetry={() => onRetry(upload)}
          onRemove={() => onRemove(upload.key)}
        />
      ))}
    </Stack>
  );
}

interface LineProps {
  upload: Upload;
  onRetry: () => void;
  onRemove: () => void;
}

function UploadLine({ upload, onRetry, onRemove }: LineProps) {
  const t = useTranslations('knowledge.upload');
  const { file, state, fraction, fault } = upload;
  const isFailed = state === 'failed';
  const isUploading = state === 'uploading';
  const mayHelp = isFailed && fault instanceof TypeError;
  return (
    <li className={classes.upload}>
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm" truncate>
          {file.name}
        </Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Text size="sm" c={isFailed ? 'red' : 'dimmed'} role="status">
            {t(state)}
          </Text>
          {mayHelp ? (
            <Button size="compact-xs" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          ) : null}
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t(isUploading ? 'cancel' : 'dismiss')}
            onClick={onRemove}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      </Group>
      {isUploading ? <Progress value={fraction * 100} size="sm" aria-label={file.name} /> : null}
      {isFailed ? (
        <Text size="sm" role="alert">
          {problemSentence(fault) ?? t('network')}
        </Text>
      ) : null}
    </li>
  );
}
