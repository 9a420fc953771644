import { Alert, Autocomplete, Button, Group, Loader, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AttemptProblem } from '../attempt-problem';
import { DocumentField } from '../fields/document-field';
import { DocumentPreviewView } from '../fields/document-preview-view';
import { useFieldError } from '../fields/use-field-error';
import { CallerFields } from './caller-fields';
import { ConnectionNameField } from './connection-name-field';
import type { useNewConnection } from './use-new-connection';

/** What has to be known of an API: first its document, then the rest. */
export function OpenapiFields({ form }: { form: ReturnType<typeof useNewConnection> }) {
  const t = useTranslations('tools.add');
  const { typed, change, faults, reading } = form;
  const { document, preview, isBusy } = reading;
  const errorOf = useFieldError(faults);
  const servers = preview?.servers ?? [];
  return (
    <>
      <DocumentField value={document} onChange={reading.change} />
      {preview ? null : (
        <Group gap="sm">
          <Button
            variant="light"
            loading={isBusy}
            disabled={document.text.trim() === ''}
            onClick={() => void reading.look()}
          >
            {t('look')}
          </Button>
          {isBusy ? (
            <Text size="sm" role="status">
              <Loader size="xs" mr="xs" />
              {t('looking')}
            </Text>
          ) : null}
        </Group>
      )}
      <AttemptProblem fault={reading.fault} />
      {preview ? (
        <>
          <DocumentPreviewView preview={preview} />
          {preview.operations.length === 0 ? (
            <Alert color="yellow" variant="light">
              {t('nothingInside')}
            </Alert>
          ) : null}
          <ConnectionNameField typed={typed} faults={faults} change={change} />
          <Autocomplete
            label={t('address')}
            description={t(servers.length > 0 ? 'addressHint' : 'noServers')}
            withAsterisk
            aria-required
            inputMode="url"
            spellCheck={false}
            value={typed.address}
            error={errorOf('address')}
            data={servers}
            filter={({ options }) => options}
            onChange={(address) => change({ address })}
          />
          {preview.filled.length > 0 ? (
            <Text size="sm" c="dimmed" role="note">
              {t('filled', {
                values: preview.filled.map(({ name, value }) => `${name} = ${value}`).join(', '),
              })}
            </Text>
          ) : null}
          <CallerFields {...{ typed, faults, change }} proposed={preview.credential} />
        </>
      ) : null}
    </>
  );
}
