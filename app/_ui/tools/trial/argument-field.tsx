import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Property } from '../schema-properties';
import { exampleOf } from './example-of';
import { fieldKindOf } from './field-kind';
import type { ReadArguments } from './read-arguments';
import classes from './trial.module.css';

interface Props {
  property: Property;
  value: string;
  fault: ReadArguments['faults'][string] | undefined;
  onChange: (value: string) => void;
}

/** Takes one argument of an operation, by what its schema says that it is. */
export function ArgumentField({ property, value, fault, onChange }: Props) {
  const t = useTranslations('tools.trial');
  const { name, schema, isRequired } = property;
  const field = fieldKindOf(property);
  const shared = {
    label: name,
    description: typeof schema.description === 'string' ? schema.description : undefined,
    withAsterisk: isRequired,
    'aria-required': isRequired,
    error: fault ? t(`faults.${fault}`) : undefined,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (field.kind === 'choice') {
    const data = [{ value: '', label: t('leftOut') }, ...new Set(field.options)];
    return <NativeSelect {...shared} data={data} />;
  }
  if (field.kind === 'boolean') {
    const options = (['', 'true', 'false'] as const).map((option) => ({
      value: option,
      label: t(option ? `booleans.${option}` : 'leftOut'),
    }));
    return <NativeSelect {...shared} data={options} />;
  }
  if (field.kind === 'json') {
    return (
      <Textarea
        {...shared}
        placeholder={JSON.stringify(exampleOf(schema), null, 2)}
        autosize
        minRows={3}
        maxRows={14}
        spellCheck={false}
        classNames={{ input: classes.code }}
      />
    );
  }
  const types = { date: 'date', instant: 'datetime-local', number: 'text', text: 'text' };
  return (
    <TextInput
      {...shared}
      type={types[field.kind]}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      placeholder={typeof schema.example === 'string' ? schema.example : undefined}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
