import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type IdentityValue, identityValueSchema } from '@/lib/shared/connections';
import { propertiesOf } from '../schema-properties';
import { Disclosure } from './disclosure';
import type { PartProps } from './use-tool-form';

interface Props extends PartProps {
  input: Record<string, unknown>;
}

/** Arguments that say who the person is: the desk fills them, no model sees or sets them. */
export function IdentityArgumentFields({ draft, change, input }: Props) {
  const t = useTranslations('tools.identityArguments');
  const names = propertiesOf(input)
    .filter(({ type }) => type === 'string' || type === undefined)
    .map(({ name }) => name);
  if (names.length === 0) return null;

  function choose(name: string, chosen: string) {
    const { [name]: _before, ...others } = draft.identityArguments;
    const value = identityValueSchema.safeParse(chosen);
    const identityArguments: Record<string, IdentityValue> = value.success
      ? { ...others, [name]: value.data }
      : others;
    change({ identityArguments });
  }

  return (
    <Disclosure
      label={t('label')}
      hint={t('hint')}
      isOpenAtFirst={Object.keys(draft.identityArguments).length > 0}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        {names.map((name) => (
          <NativeSelect
            key={name}
            label={name}
            value={draft.identityArguments[name] ?? 'model'}
            onChange={(event) => choose(name, event.currentTarget.value)}
            data={(['model', ...identityValueSchema.options] as const).map((value) => ({
              value,
              label: t(`values.${value}`),
            }))}
          />
        ))}
      </SimpleGrid>
    </Disclosure>
  );
}
