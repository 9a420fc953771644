import { Group, NativeSelect, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type OperationView, riskSchema, risks } from '@/lib/shared/connections';
import { mayCountAsReading } from '@/lib/shared/operation-effect';
import { useFieldError } from '../fields/use-field-error';
import { propertiesOf } from '../schema-properties';
import type { PartProps } from './use-tool-form';

interface Props extends PartProps {
  operation: OperationView;
  kind: 'openapi' | 'mcp';
}

/** What using it can do, and who must agree before it is done. */
export function RiskFields({ draft, faults, change, operation, kind }: Props) {
  const t = useTranslations('tools');
  return (
    <div>
      <Radio.Group
        label={t('operation.risk')}
        value={draft.risk}
        onChange={(risk) => change({ risk: riskSchema.parse(risk) })}
      >
        <Stack gap="xs" mt="xs">
          {risks
            .filter((risk) => risk !== 'read' || mayCountAsReading(operation.effect))
            .map((risk) => (
              <Radio
                key={risk}
                value={risk}
                label={t(`risks.${risk}.label`)}
                description={t(`risks.${risk}.text`)}
              />
            ))}
        </Stack>
      </Radio.Group>
      {kind === 'mcp' ? (
        <Text size="xs" c="dimmed" mt="xs">
          {t('risks.hint')}
        </Text>
      ) : null}
      {draft.risk === 'write' ? <Limit {...{ draft, faults, change, operation }} /> : null}
      {draft.risk !== 'read' && !operation.takesKey ? (
        <Text size="xs" c="dimmed" mt="xs">
          {t('risks.noKey')}
        </Text>
      ) : null}
    </div>
  );
}

function Limit({ draft, faults, change, operation }: Omit<Props, 'kind'>) {
  const t = useTranslations('tools.operation');
  const errorOf = useFieldError(faults);
  const numbers = propertiesOf(operation.input)
    .filter(({ type }) => type === 'number' || type === 'integer')
    .map(({ name }) => name);
  if (numbers.length === 0 && draft.approveArgument === '') return null;
  return (
    <Group mt="sm" align="start" grow>
      <NativeSelect
        label={t('approveAbove')}
        value={draft.approveArgument}
        onChange={(event) => change({ approveArgument: event.currentTarget.value })}
        data={[
          { value: '', label: t('approveNever') },
          ...new Set([...numbers, draft.approveArgument].filter(Boolean)),
        ]}
      />
      {draft.approveArgument ? (
        <NumberInput
          label={t('approveAmount')}
          description={t('approveAmountHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          value={draft.approveAmount}
          error={errorOf('approveAbove.amount')}
          onChange={(amount) => change({ approveAmount: String(amount) })}
        />
      ) : null}
    </Group>
  );
}
