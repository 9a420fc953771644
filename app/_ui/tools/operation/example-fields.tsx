import { Input, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFieldError } from '../fields/use-field-error';
import type { PartProps } from './use-tool-form';

/** What people say when they want it. */
export function ExampleFields({ draft, faults, change }: PartProps) {
  const t = useTranslations('tools.operation');
  const errorOf = useFieldError(faults);
  return (
    <Input.Wrapper label={t('examples')} description={t('examplesHint')} labelElement="div">
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        <Textarea
          label={t('examplesEn')}
          placeholder={t('examplesEnHint')}
          lang="en"
          autosize
          minRows={3}
          maxRows={10}
          value={draft.examplesEn}
          error={errorOf('examples.en')}
          onChange={(event) => change({ examplesEn: event.currentTarget.value })}
        />
        <Textarea
          label={t('examplesZh')}
          placeholder={t('examplesZhHint')}
          lang="zh"
          autosize
          minRows={3}
          maxRows={10}
          value={draft.examplesZh}
          error={errorOf('examples.zh')}
          onChange={(event) => change({ examplesZh: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Input.Wrapper>
  );
}
