import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFieldError } from '../fields/use-field-error';
import type { PartProps } from './use-tool-form';

/** What people and models call it, and what models are told about it. */
export function NameFields({ draft, faults, change }: PartProps) {
  const t = useTranslations('tools.operation');
  const errorOf = useFieldError(faults);
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('titleEn')}
          withAsterisk
          aria-required
          maxLength={100}
          lang="en"
          value={draft.titleEn}
          error={errorOf('titles.en')}
          onChange={(event) => change({ titleEn: event.currentTarget.value })}
        />
        <TextInput
          label={t('titleZh')}
          placeholder={t('titleZhHint')}
          maxLength={100}
          lang="zh"
          value={draft.titleZh}
          error={errorOf('titles.zh')}
          onChange={(event) => change({ titleZh: event.currentTarget.value })}
        />
      </SimpleGrid>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        withAsterisk
        aria-required
        maxLength={60}
        spellCheck={false}
        autoComplete="off"
        value={draft.name}
        error={errorOf('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t('description')}
        description={t('descriptionHint')}
        withAsterisk
        aria-required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={draft.description}
        error={errorOf('description')}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
    </Stack>
  );
}
