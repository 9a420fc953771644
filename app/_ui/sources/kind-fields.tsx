import { Alert, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { SourceKind } from '@/lib/shared/sources';

interface Props {
  kind: SourceKind;
  values: Record<string, string>;
  errors: Record<string, string>;
  /** Folders of the server that may be chosen. */
  folders: string[];
  onChange: (values: Record<string, string>) => void;
}

/** What has to be known of a source of this kind. */
export function KindFields({ kind, values, errors, folders, onChange }: Props) {
  const t = useTranslations('sources.folders');
  const isFolder = kind.kind === 'folder';
  return (
    <>
      {isFolder ? (
        <Alert variant="light" color={folders.length > 0 ? 'gray' : 'yellow'} p="xs">
          {folders.length > 0 ? t('allowed', { folders: folders.join(', ') }) : t('none')}
        </Alert>
      ) : null}
      {kind.fields.map(({ name, label, hint, isList, isRequired }) => {
        const field = {
          label,
          description: hint,
          withAsterisk: isRequired,
          'aria-required': isRequired,
          error: errors[name],
          value: values[name] ?? '',
          spellCheck: false,
          autoComplete: 'off',
        };
        const type = (text: string) => onChange({ ...values, [name]: text });
        return isList ? (
          <Textarea
            key={name}
            {...field}
            autosize
            minRows={3}
            maxRows={10}
            onChange={(event) => type(event.currentTarget.value)}
          />
        ) : (
          <TextInput key={name} {...field} onChange={(event) => type(event.currentTarget.value)} />
        );
      })}
    </>
  );
}
