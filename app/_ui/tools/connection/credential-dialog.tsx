import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CredentialFields } from '../fields/credential-fields';
import { credentialOf, noCredential } from '../fields/typed-credential';
import { ChangeDialog, type DialogProps } from './change-dialog';

/** Replaces how the desk proves itself. What is stored is not shown: it never leaves the desk. */
export function CredentialDialog(props: DialogProps) {
  const t = useTranslations('tools');
  const { credentialKind } = props.connection;
  const [typed, setTyped] = useState({ ...noCredential, kind: credentialKind });
  return (
    <ChangeDialog
      {...props}
      title={t('actions.credential')}
      change={{ credential: credentialOf(typed) }}
    >
      {(faults) => (
        <>
          {credentialKind === 'none' ? null : <Text size="sm">{t('credential.replace')}</Text>}
          <CredentialFields value={typed} faults={faults} onChange={setTyped} />
        </>
      )}
    </ChangeDialog>
  );
}
