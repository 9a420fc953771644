import { Autocomplete, NumberInput, Select, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { OperationView, ToolSettings } from '@/lib/shared/connections';
import { sourcesOf } from '@/lib/shared/linked-source';
import { onlyReads } from '@/lib/shared/operation-effect';
import { useFieldError } from '../fields/use-field-error';
import { propertiesOf } from '../schema-properties';
import { Disclosure } from './disclosure';
import classes from './operation.module.css';
import type { PartProps } from './use-tool-form';

const nameOf = ({ name }: { name: string }) => name;

interface Props extends PartProps {
  operation: OperationView;
  operations: OperationView[];
}

/** Which operations take back what it did, and tell whether it happened. */
export function LinkedFields({ draft, faults, change, operation, operations }: Props) {
  const t = useTranslations('tools.linked');
  const errorOf = useFieldError(faults);
  // What of its answer models may not see, no other operation is given.
  const sources = useMemo(
    () => sourcesOf(propertiesOf(operation.input).map(nameOf), draft.outputs),
    [operation.input, draft.outputs],
  );
  const usable = operations.filter(({ problem }) => problem === undefined);
  return (
    <Disclosure
      label={t('label')}
      hint={t('hint')}
      isOpenAtFirst={draft.undo !== null || draft.check !== null}
    >
      <Stack gap="md" mt="sm">
        <Link
          kind="check"
          value={draft.check}
          operations={usable.filter(onlyReads)}
          sources={sources}
          onChange={(check) => change({ check })}
        />
        <Link
          kind="undo"
          value={draft.undo}
          operations={usable.filter(({ operationId }) => operationId !== operation.operationId)}
          sources={sources}
          onChange={(undo) => change({ undo })}
        />
        {draft.undo ? (
          <NumberInput
            label={t('undo.minutes')}
            min={1}
            value={draft.undoMinutes}
            error={errorOf('undoMinutes')}
            onChange={(minutes) => change({ undoMinutes: String(minutes) })}
          />
        ) : null}
      </Stack>
    </Disclosure>
  );
}

interface LinkProps {
  kind: 'undo' | 'check';
  value: ToolSettings['undo'];
  operations: OperationView[];
  /** Where arguments may come from. */
  sources: string[];
  onChange: (value: ToolSettings['undo']) => void;
}

function Link({ kind, value, operations, sources, onChange }: LinkProps) {
  const t = useTranslations('tools.linked');
  const linked = operations.find(({ operationId }) => operationId === value?.operationId);
  return (
    <div>
      <Select
        label={t(`${kind}.label`)}
        description={t(`${kind}.hint`)}
        placeholder={t('none')}
        searchable
        clearable
        limit={50}
        nothingFoundMessage={t('nothingFound')}
        clearButtonProps={{ 'aria-label': t('clear') }}
        value={value?.operationId ?? null}
        data={operations.map(({ operationId, method, path }) => ({
          value: operationId,
          label: path ? `${operationId} · ${method} ${path}` : operationId,
        }))}
        onChange={(operationId) => onChange(operationId ? { operationId, arguments: {} } : null)}
      />
      {value && linked ? (
        <div className={classes.arguments}>
          {propertiesOf(linked.input).map(({ name, isRequired }) => (
            <Autocomplete
              key={name}
              label={t('argument', { name })}
              withAsterisk={isRequired}
              placeholder={t('argumentHint')}
              spellCheck={false}
              value={value.arguments[name] ?? ''}
              data={sources}
              onChange={(source) =>
                onChange({ ...value, arguments: { ...value.arguments, [name]: source } })
              }
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}
