import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFieldError } from '../fields/use-field-error';
import type { PartProps } from './typed-connection';

/** What people call the connection. */
export function ConnectionNameField({ typed, faults, change }: PartProps) {
  const t = useTranslations('tools.add');
  const errorOf = useFieldError(faults);
  return (
    <TextInput
      label={t('name')}
      description={t('nameHint')}
      withAsterisk
      aria-required
      maxLength={80}
      value={typed.name}
      error={errorOf('name')}
      onChange={(event) => change({ name: event.currentTarget.value })}
    />
  );
}
