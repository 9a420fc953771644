import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';
import { TextLink } from '@/app/_ui/text-link';
import type { TranscriptFilter } from '@/lib/db/conversations/transcripts';
import { turnStates } from '@/lib/db/conversations/turns';

interface Props {
  /** The names of all specialists. */
  specialists: string[];
  filter: TranscriptFilter;
  isFiltered: boolean;
}

/** The filters above the list: a plain form, so that a filtered list has an address. */
export function TranscriptFilters({ specialists, filter, isFiltered }: Props) {
  const t = useTranslations('admin.transcripts');
  const specialistTitle = useSpecialistTitle();
  const any = { value: '', label: t('filters.any') };
  return (
    <form method="get">
      <Group align="end" gap="sm">
        <TextInput
          name="text"
          label={t('filters.text')}
          defaultValue={filter.text}
          maxLength={200}
          flex="1 1 14rem"
        />
        <NativeSelect
          name="state"
          label={t('filters.state')}
          defaultValue={filter.state}
          data={[any, ...turnStates.map((value) => ({ value, label: t(`state.${value}`) }))]}
        />
        <NativeSelect
          name="specialist"
          label={t('filters.specialist')}
          defaultValue={filter.specialist}
          data={[
            any,
            ...specialists.map((name) => ({ value: name, label: specialistTitle(name) })),
          ]}
        />
        <Button type="submit" variant="default">
          {t('filters.apply')}
        </Button>
        {isFiltered ? (
          <TextLink href="/admin/transcripts" py="xs">
            {t('filters.clear')}
          </TextLink>
        ) : null}
      </Group>
    </form>
  );
}
