import { NativeSelect, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import type { OperationView } from '@/lib/shared/connections';
import {
  countByFilter,
  filterOperations,
  indexOperations,
  type OperationFilter,
  operationFilters,
} from './filter-operations';
import { OperationRows } from './operation-rows';

interface Props {
  operations: OperationView[];
  chosenId: string | null;
  /** By operation: what was typed and is not saved. */
  drafts: ReadonlyMap<string, unknown>;
  onChoose: (operationId: string) => void;
}

/** The operations of a connection, searched and narrowed. */
export function OperationList({ operations, chosenId, drafts, onChoose }: Props) {
  const t = useTranslations('tools.operations');
  const [text, setText] = useState('');
  const [show, setShow] = useState<OperationFilter>('all');
  const sought = useDeferredValue(text);
  const indexed = useMemo(() => indexOperations(operations), [operations]);
  const counts = useMemo(() => countByFilter(operations), [operations]);
  const found = useMemo(
    () => filterOperations(indexed, { text: sought, show }),
    [indexed, sought, show],
  );
  return (
    <section aria-label={t('label')}>
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        mt="xs"
        aria-label={t('filter')}
        value={show}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setShow(operationFilters.find((filter) => filter === value) ?? 'all');
        }}
        data={operationFilters
          .filter((filter) => filter === 'all' || filter === show || counts[filter] > 0)
          .map((filter) => ({
            value: filter,
            label: t(`filters.${filter}`, { count: counts[filter] }),
          }))}
      />
      <Text size="xs" c="dimmed" mt="xs" role="status">
        {operations.length === 0 ? t('none') : t('found', { count: found.length })}
      </Text>
      {found.length > 0 ? (
        <OperationRows
          // Another list begins at its top.
          key={`${show} ${sought}`}
          {...{ chosenId, drafts, onChoose }}
          operations={found}
        />
      ) : null}
    </section>
  );
}
