import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { type Team, useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { visibilitySchema } from '@/lib/auth/visibility';
import type { SourceKind, SourceView } from '@/lib/shared/sources';
import { KindFields } from './kind-fields';
import { useIntervalOptions } from './use-interval-options';
import { useSourceForm } from './use-source-form';

interface Props {
  /** The source to change; null for a new one. */
  source: SourceView | null;
  kinds: SourceKind[];
  teams: Team[];
  folders: string[];
  onSaved: () => void;
  onClose: () => void;
}

/** The form for a new source, or for changing one. */
export function SourceDialog({ source, kinds, teams, folders, onSaved, onClose }: Props) {
  const t = useTranslations('sources.form');
  const common = useTranslations('common');
  const { form, kind, errors, problem, isSaving, change, save } = useSourceForm(source, kinds);
  const visibilities = useVisibilityOptions(teams);
  const intervals = useIntervalOptions();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (await save()) onSaved();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={source ? t('change', { name: source.name }) : t('new')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {source ? null : (
            <NativeSelect
              data-autofocus
              label={t('kind')}
              value={form.kind}
              onChange={(event) => change({ kind: event.currentTarget.value })}
              data={kinds.map((one) => ({ value: one.kind, label: one.label }))}
            />
          )}
          {kind ? (
            <KindFields
              {...{ kind, errors, folders }}
              values={form.config}
              onChange={(config) => change({ config })}
            />
          ) : null}
          <TextInput
            label={t('name')}
            placeholder={t('nameHint')}
            maxLength={200}
            value={form.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Group grow align="start">
            <NativeSelect
              label={t('visibility')}
              value={form.visibility}
              onChange={(event) =>
                change({ visibility: visibilitySchema.parse(event.currentTarget.value) })
              }
              data={visibilities.optionsWith(form.visibility)}
            />
            <NativeSelect
              label={t('every')}
              value={String(form.everyMinutes)}
              onChange={(event) => change({ everyMinutes: Number(event.currentTarget.value) })}
              data={intervals.optionsWith(form.everyMinutes)}
            />
          </Group>
          {problem ? (
            <Alert color="red" variant="light" role="alert">
              {problem}
            </Alert>
          ) : null}
          <Group justify="end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={isSaving}>
              {source ? t('save') : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
