import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IdentityFields } from '../fields/identity-fields';
import { ChangeDialog, type DialogProps } from './change-dialog';

/** Whom a connection's calls are for. */
export function IdentityDialog(props: DialogProps) {
  const t = useTranslations('tools.actions');
  const [identity, setIdentity] = useState(props.connection.identity);
  return (
    <ChangeDialog {...props} title={t('identity')} change={{ identity }}>
      {(faults) => <IdentityFields value={identity} faults={faults} onChange={setIdentity} />}
    </ChangeDialog>
  );
}
