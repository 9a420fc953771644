import { NativeSelect, PasswordInput, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { credentialKinds } from '@/lib/shared/credentials';
import type { FieldFaults } from './read-issues';
import { type TypedCredential, toCredentialKind } from './typed-credential';
import { useFieldError } from './use-field-error';

interface Props {
  value: TypedCredential;
  faults: FieldFaults;
  /** How it is sent was taken from the system's document. */
  isProposed?: boolean;
  onChange: (value: TypedCredential) => void;
}

/** How the desk proves itself to a system. Secrets go to the desk and never come back. */
export function CredentialFields({ value, faults, isProposed = false, onChange }: Props) {
  const t = useTranslations('tools.credential');
  const errorOf = useFieldError(faults);
  const change = (changes: Partial<TypedCredential>) => onChange({ ...value, ...changes });

  type Field = Exclude<keyof TypedCredential, 'kind' | 'in'>;
  const text = (field: Field, isRequired = true) => ({
    label: t(`fields.${field}`),
    withAsterisk: isRequired,
    'aria-required': isRequired,
    error: errorOf(`credential.${field}`),
    value: value[field],
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [field]: event.currentTarget.value }),
  });
  const secret = (field: Field) => ({
    ...text(field),
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('show'), 'aria-hidden': false, tabIndex: 0 },
  });

  return (
    <>
      <NativeSelect
        label={t('label')}
        description={t(`hints.${value.kind}`)}
        value={value.kind}
        onChange={(event) => change({ kind: toCredentialKind(event.currentTarget.value) })}
        data={credentialKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      {isProposed ? (
        <Text size="sm" c="dimmed" role="note">
          {t('proposed')}
        </Text>
      ) : null}
      {value.kind === 'api-key' ? (
        <>
          <NativeSelect
            label={t('place')}
            value={value.in}
            onChange={(event) =>
              change({ in: event.currentTarget.value === 'query' ? 'query' : 'header' })
            }
            data={(['header', 'query'] as const).map((place) => ({
              value: place,
              label: t(`places.${place}`),
            }))}
          />
          <TextInput {...text('name')} />
          <PasswordInput {...secret('value')} />
        </>
      ) : null}
      {value.kind === 'bearer' ? <PasswordInput {...secret('token')} /> : null}
      {value.kind === 'oauth2' ? (
        <>
          <TextInput {...text('tokenUrl')} inputMode="url" />
          <TextInput {...text('clientId')} />
          <PasswordInput {...secret('clientSecret')} />
          <TextInput {...text('scope', false)} />
        </>
      ) : null}
    </>
  );
}
