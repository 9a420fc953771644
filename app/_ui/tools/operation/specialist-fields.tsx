import { Checkbox, Group } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ConnectionDetail } from '@/lib/shared/connections';
import { useFieldError } from '../fields/use-field-error';
import type { PartProps } from './use-tool-form';

/** Which specialists may use it. */
export function SpecialistFields({
  draft,
  faults,
  change,
  specialists,
}: PartProps & Pick<ConnectionDetail, 'specialists'>) {
  const t = useTranslations('tools.operation');
  const locale = useLocale();
  const error = useFieldError(faults)('specialists');
  return (
    <Checkbox.Group
      label={t('specialists')}
      withAsterisk
      value={draft.specialists}
      error={error}
      onChange={(chosen) => change({ specialists: chosen })}
    >
      <Group gap="lg" mt="xs">
        {specialists.map(({ name, titles }) => (
          <Checkbox
            key={name}
            value={name}
            label={titles[locale] ?? name}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
