import { CloseButton, Group, NativeSelect, Pill } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { visibilitySchema } from '@/lib/auth/visibility';
import type { DocumentCounts, DocumentFilter } from '@/lib/shared/documents';
import { SearchField } from './search-field';
import { StatusFilter } from './status-filter';

interface Props {
  filter: DocumentFilter;
  counts: DocumentCounts;
  visibilities: ReturnType<typeof useVisibilityOptions>;
  /** Name of the source that the list is narrowed to; null while no document of it is shown. */
  sourceName: string | null;
  onChange: (changes: DocumentFilter) => void;
}

/** Which documents the list shows: by state, by words, by who may see them, by where from. */
export function DocumentFilters({ filter, counts, visibilities, sourceName, onChange }: Props) {
  const t = useTranslations('knowledge.list');
  const { visibility, source } = filter;
  const any = { value: '', label: t('anyVisibility') };
  const options = visibility ? visibilities.optionsWith(visibility) : visibilities.options;
  return (
    <Group gap="sm">
      <StatusFilter
        status={filter.status}
        counts={counts}
        onChange={(status) => onChange({ status })}
      />
      <SearchField text={filter.q ?? ''} onSearch={(q) => onChange({ q })} />
      <NativeSelect
        aria-label={t('visibilityFilter')}
        value={visibility ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ visibility: visibilitySchema.optional().catch(undefined).parse(value) })
        }
        data={[any, ...options]}
        w={{ base: '100%', xs: 'auto' }}
      />
      {source ? (
        <Pill size="lg">
          <Group gap={4} wrap="nowrap">
            {t('fromSource', { name: sourceName ?? t('oneSource') })}
            <CloseButton
              size="xs"
              variant="transparent"
              aria-label={t('clearSource')}
              onClick={() => onChange({ source: undefined })}
            />
          </Group>
        </Pill>
      ) : null}
    </Group>
  );
}
