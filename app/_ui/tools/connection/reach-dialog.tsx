import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldFaults } from '../fields/read-issues';
import { useFieldError } from '../fields/use-field-error';
import { ChangeDialog, type DialogProps } from './change-dialog';

/** What a connection is called, and where its system is reached. */
export function ReachDialog(props: DialogProps) {
  const t = useTranslations('tools');
  const { connection } = props;
  const [name, setName] = useState(connection.name);
  const [address, setAddress] = useState(connection.address);
  const isRun = connection.command !== null;
  return (
    <ChangeDialog
      {...props}
      title={t(isRun ? 'actions.name' : 'actions.reach')}
      change={{ name: name.trim(), ...(address === null ? {} : { address: address.trim() }) }}
    >
      {(faults) => <Fields {...{ faults, name, setName, address, setAddress }} />}
    </ChangeDialog>
  );
}

interface FieldsProps {
  faults: FieldFaults;
  name: string;
  setName: (name: string) => void;
  address: string | null;
  setAddress: (address: string) => void;
}

function Fields({ faults, name, setName, address, setAddress }: FieldsProps) {
  const t = useTranslations('tools.add');
  const errorOf = useFieldError(faults);
  return (
    <>
      <TextInput
        data-autofocus
        label={t('name')}
        maxLength={80}
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {address === null ? null : (
        <TextInput
          label={t('address')}
          inputMode="url"
          spellCheck={false}
          value={address}
          error={errorOf('address')}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      )}
    </>
  );
}
