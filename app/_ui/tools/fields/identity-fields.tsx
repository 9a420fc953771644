import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type Identity, identityValueSchema } from '@/lib/shared/connections';
import type { FieldFaults } from './read-issues';
import { useFieldError } from './use-field-error';

interface Props {
  value: Identity | null;
  faults: FieldFaults;
  onChange: (value: Identity | null) => void;
}

/** What such headers are often called. */
const usualHeaders = { account: 'X-Account-Id', email: 'X-User-Email', id: 'X-User-Id' };

/** Whether each call says whom it is for, and in which header. */
export function IdentityFields({ value, faults, onChange }: Props) {
  const t = useTranslations('tools.identity');
  const errorOf = useFieldError(faults);

  function choose(chosen: string) {
    const parsed = identityValueSchema.safeParse(chosen);
    if (!parsed.success) return onChange(null);
    const isUsual = !value || Object.values(usualHeaders).includes(value.header);
    const header = isUsual ? usualHeaders[parsed.data] : value.header;
    onChange({ header, value: parsed.data });
  }

  return (
    <>
      <NativeSelect
        label={t('label')}
        description={t('hint')}
        value={value?.value ?? 'none'}
        onChange={(event) => choose(event.currentTarget.value)}
        data={(['none', ...identityValueSchema.options] as const).map((option) => ({
          value: option,
          label: t(`values.${option}`),
        }))}
      />
      {value ? (
        <TextInput
          label={t('header')}
          withAsterisk
          aria-required
          value={value.header}
          error={errorOf('identity.header')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...value, header: event.currentTarget.value.trim() })}
        />
      ) : null}
    </>
  );
}
