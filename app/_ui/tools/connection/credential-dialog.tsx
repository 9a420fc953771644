import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CredentialOutline } from '@/lib/shared/credential-outline';
import { CredentialFields } from '../fields/credential-fields';
import { credentialOf, typedFrom } from '../fields/typed-credential';
import { ChangeDialog, type DialogProps } from './change-dialog';

interface Props extends DialogProps {
  /** What is no secret of the stored one; null where that does not open any more. */
  stored: CredentialOutline | null;
}

/** Replaces how the desk proves itself. Of what is stored, secrets are not shown: they never leave the desk. */
export function CredentialDialog({ stored, ...props }: Props) {
  const t = useTranslations('tools');
  const { credentialKind } = props.connection;
  const [typed, setTyped] = useState(() => typedFrom(credentialKind, stored));
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
