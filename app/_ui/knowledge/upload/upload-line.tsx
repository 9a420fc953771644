import { ActionIcon, Group, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActButton } from '@/app/_ui/knowledge/act-button';
import { problemSentence } from '@/app/_ui/problem-sentence';
import { isRetryable, isSettled, type Upload } from './upload';
import classes from './upload.module.css';
import type { useUploads } from './use-uploads';

interface Props {
  upload: Upload;
  sending: ReturnType<typeof useUploads>;
}

/** One file: how far it is, or why it failed, and what may be done about it. */
export function UploadLine({ upload, sending }: Props) {
  const t = useTranslations('knowledge.uploads');
  const network = useTranslations('knowledge.upload')('network');
  const { key, path: name, state, fraction, fault } = upload;
  const isOver = isSettled(upload);
  const isMoving = state === 'uploading' || state === 'reading';
  const percent = Math.round(fraction * 100);
  return (
    <li className={classes.upload}>
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="sm" truncate title={name}>
          {name}
        </Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Text size="xs" c={state === 'failed' ? 'red' : 'dimmed'}>
            {t(`states.${state}`)}
          </Text>
          {isRetryable(upload) ? (
            <ActButton
              variant="default"
              aria-label={t('retryOne', { name })}
              act={() => sending.retry(key)}
            >
              {t('retry')}
            </ActButton>
          ) : null}
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t(isOver ? 'dismiss' : 'cancel', { name })}
            onClick={() => (isOver ? sending.dismiss(key) : sending.cancel(key))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      </Group>
      {isMoving ? (
        <Progress value={percent} size="xs" aria-label={t('one', { name, percent })} />
      ) : null}
      {state === 'failed' ? <Text size="xs">{problemSentence(fault) ?? network}</Text> : null}
    </li>
  );
}
