import { Button, FileButton, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconFileUpload, IconFolder } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { type Visibility, visibilitySchema } from '@/lib/auth/visibility';
import { chooseFolder } from './choose-folder';
import { type Collected, collectChosen } from './collect-files';
import { CollectedNote } from './collected-note';
import type { NewUpload } from './upload';
import classes from './upload.module.css';
import { useFileDrop } from './use-file-drop';

interface Props {
  visibilities: ReturnType<typeof useVisibilityOptions>;
  /** Largest file, in megabytes. */
  limitMb: number;
  onAdd: (files: NewUpload[]) => void;
}

/** Where files and folders are dropped or chosen, with who may see them. */
export function UploadPanel({ visibilities, limitMb, onAdd }: Props) {
  const t = useTranslations('knowledge.upload');
  const [visibility, setVisibility] = useState<Visibility>('staff');
  const [title, setTitle] = useState('');
  const [collected, setCollected] = useState<Collected | null>(null);
  const forget = useRef<() => void>(null);

  function add(found: Collected) {
    setCollected(found);
    const isOne = found.files.length === 1;
    const isTooLarge = ({ size }: File) => size > limitMb * 1_000_000;
    onAdd(
      found.files.map(({ file, path }) => ({
        file,
        path,
        visibility,
        title: isOne ? title.trim() || undefined : undefined,
        refusal: isTooLarge(file) ? t('reject', { name: file.name, limitMb }) : undefined,
      })),
    );
    if (isOne) setTitle('');
  }

  function choose(files: File[]) {
    add(collectChosen(files));
    // Else the same file could not be chosen again.
    forget.current?.();
  }

  const isOver = useFileDrop(add);
  return (
    <Stack gap="sm" className={classes.panel} data-over={isOver}>
      <Stack align="center" gap={4} ta="center">
        <IconFileUpload size={28} stroke={1.4} aria-hidden />
        <Text fw={500}>{t(isOver ? 'release' : 'drop')}</Text>
        <Text size="sm" c="dimmed">
          {t('formats', { limitMb })}
        </Text>
      </Stack>
      <Group justify="center" gap="xs">
        <FileButton multiple resetRef={forget} onChange={choose}>
          {(props) => <Button {...props}>{t('choose')}</Button>}
        </FileButton>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.6} aria-hidden />}
          onClick={() => chooseFolder(choose)}
        >
          {t('chooseFolder')}
        </Button>
      </Group>
      <Group align="start" justify="center" gap="sm">
        <NativeSelect
          size="xs"
          label={t('visibility')}
          value={visibility}
          onChange={(event) => setVisibility(visibilitySchema.parse(event.currentTarget.value))}
          data={visibilities.options}
        />
        <TextInput
          size="xs"
          label={t('title')}
          placeholder={t('titleHint')}
          maxLength={300}
          w="16rem"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </Group>
      {collected ? <CollectedNote collected={collected} /> : null}
    </Stack>
  );
}
