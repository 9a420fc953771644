import '@mantine/dropzone/styles.css';
import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Visibility, visibilitySchema } from '@/lib/auth/visibility';
import { type Team, useVisibilityOptions } from './use-visibility-options';

interface Props {
  teams: Team[];
  /** Largest file, in megabytes. */
  limitMb: number;
  onChoose: (file: File, visibility: Visibility, title?: string) => void;
  onTooLarge: (file: File, visibility: Visibility, fault: Error) => void;
}

/** Where files are dropped or chosen, with who may see them. */
export function UploadPanel({ teams, limitMb, onChoose, onTooLarge }: Props) {
  const t = useTranslations('knowledge.upload');
  const { options } = useVisibilityOptions(teams);
  const [visibility, setVisibility] = useState<Visibility>('staff');
  const [title, setTitle] = useState('');

  function choose(files: File[]) {
    const only = files.length === 1 ? title.trim() : '';
    for (const file of files) onChoose(file, visibility, only || undefined);
    setTitle('');
  }

  function reject(rejections: FileRejection[]) {
    for (const { file } of rejections) {
      onTooLarge(file, visibility, new Error(t('reject', { name: file.name, limitMb })));
    }
  }

  return (
    <Stack gap="sm">
      <Group align="start" gap="sm">
        <NativeSelect
          label={t('visibility')}
          value={visibility}
          onChange={(event) => setVisibility(visibilitySchema.parse(event.currentTarget.value))}
          data={options}
        />
        <TextInput
          label={t('title')}
          placeholder={t('titleHint')}
          maxLength={300}
          flex="1 1 14rem"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </Group>
      <Dropzone
        onDrop={choose}
        onReject={reject}
        maxSize={limitMb * 1_000_000}
        p="lg"
        aria-label={t('drop')}
      >
        <Stack align="center" gap={4} ta="center">
          <IconFileUpload size={28} stroke={1.4} aria-hidden />
          <Text fw={500}>{t('drop')}</Text>
          <Text size="sm" c="dimmed">
            {t('formats', { limitMb })}
          </Text>
        </Stack>
      </Dropzone>
    </Stack>
  );
}
